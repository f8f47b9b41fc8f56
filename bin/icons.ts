import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser, launchBrowser, launchOptions } from './browser.ts';
import { root } from './paths.ts';

/**
 * `maskable`: a system cuts its own shape out, and leaves the inner 80 per cent in any case: the ground
 * goes to the edges and the drawing is smaller.
 */
const icons = [
  { name: 'icon-192', size: 192, maskable: false },
  { name: 'icon-512', size: 512, maskable: false },
  { name: 'maskable-512', size: 512, maskable: true },
] as const;

/** `node bin/run.mjs icons`: the icons of an installed page, `public/icons/`, from `public/icon.svg`. */
export async function main(): Promise<number> {
  const folder = path.join(root, 'public', 'icons');
  await mkdir(folder, { recursive: true });
  const svg = await readFile(path.join(root, 'public', 'icon.svg'), 'utf8');
  const ground = /<rect [^>]*fill="(#\w+)"/.exec(svg)?.[1];
  if (ground === undefined) throw new Error('public/icon.svg has no ground to fill the edges with');
  const browser = await launchBrowser(launchOptions(await ensureBrowser()));
  try {
    for (const { name, size, maskable } of icons) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const inner = maskable ? size * 0.75 : size;
      const at = (size - inner) / 2;
      await page.setContent(
        `<body style="margin:0;background:${maskable ? ground : 'transparent'}">` +
          `<div style="position:absolute;inset:${at}px;width:${inner}px">${svg}</div>`,
      );
      const file = path.join(folder, `${name}.png`);
      await page.screenshot({ path: file, omitBackground: true });
      await page.close();
      console.log(path.relative(root, file));
    }
    return 0;
  } finally {
    await browser.close();
  }
}
