/** Pictures of the lessons, of the built page with the recordings that it ships. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright';
import { decodePng, encodePng } from './palette-png.ts';

/** By lesson the step that shows most of it. */
const STEPS: readonly number[] = [4, 3, 3, 5, 5];

const LOOKS = [
  { name: 'light', width: 1280, height: 960, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 960, colorScheme: 'dark' },
  { name: 'narrow', width: 320, height: 960, colorScheme: 'light' },
] as const;

/** Writes `lesson-N-light.png`, `-dark` and `-narrow` into the folder. */
export async function takeLessons(browser: Browser, url: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, width, height, colorScheme } of LOOKS) {
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme,
      // Recordings stand where a step has them, and nothing moves.
      reducedMotion: 'reduce',
    });
    for (const [at, step] of STEPS.entries()) {
      await page.goto(`${url}?engine=none#lessons/${at + 1}/${step}`);
      await page.reload({ waitUntil: 'networkidle' });
      await page.locator('cat-lessons .said > p').first().waitFor();
      const file = path.join(folder, `lesson-${at + 1}-${name}.png`);
      const png = encodePng(decodePng(await page.screenshot()));
      await writeFile(file, png);
      console.log(`${file}: ${Math.round(png.length / 1000)} KB`);
    }
    await page.close();
  }
}
