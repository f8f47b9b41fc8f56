import { defineConfig, type Plugin } from 'vite';
import { metaContentSecurityPolicy, pageHeaders } from './bin/headers.ts';
import { thirdPartyNotices } from './bin/notices.ts';
import { offline } from './bin/offline-plugin.ts';

/**
 * Puts the content security policy into the built page. In development the header alone carries it.
 */
const policyInPage = (): Plugin => ({
  name: 'cat-lab:policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
});

/** Fetches the page's own scripts beside its start (src/start.ts), which asks for them a moment later. */
const preloads = (): Plugin => ({
  name: 'cat-lab:preloads',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const main = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/main.ts'));
      if (main === undefined) throw new Error('the build has no script of src/main.ts');
      const start = chunks.find(({ isEntry }) => isEntry);
      const known = new Set(start === undefined ? [] : [start.fileName, ...start.imports]);
      return [main.fileName, ...main.imports]
        .filter((file) => !known.has(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }));
    },
  },
});

/** Takes comments, line ends and indents out of the styles in scripts, which a minifier leaves as they are: it knows them as text. */
const tightStyles = (): Plugin => ({
  name: 'cat-lab:tight-styles',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/view\/.*\.ts$/, code: 'css`' },
    handler: (code) => ({
      code: code.replace(/css`[^`]*`/g, (style) => style.replace(/\/\*.*?\*\//gs, '').replace(/\s*\n\s*/g, ' ')),
      map: null,
    }),
  },
});

/** Ships the licences of everything that the build may contain. */
const notices = (): Plugin => ({
  name: 'cat-lab:notices',
  apply: 'build',
  async generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD_PARTY_NOTICES.txt',
      source: await thirdPartyNotices(import.meta.dirname),
    });
  },
});

/** A busy machine is not worth a page of warnings in the middle of a command. */
const quiet = { checks: { pluginTimings: false } };

export default defineConfig({
  // Relative, so that the built folder works under any path of a static host.
  base: './',
  plugins: [policyInPage(), preloads(), tightStyles(), notices(), offline()],
  worker: { format: 'es', rolldownOptions: quiet },
  // Known from the start: one found later, in a worker, would reload the page in development.
  optimizeDeps: { include: ['@wllama/wllama/esm/index.js', '@mlc-ai/web-llm', 'mathjs'] },
  build: {
    target: 'es2022',
    // `data:` URLs of scripts, styles and fonts are refused by the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: quiet,
  },
  server: {
    headers: { ...pageHeaders },
    // The overlay brings its own inline styles, which the policy refuses; the terminal has the error.
    hmr: { overlay: false },
  },
  preview: { headers: { ...pageHeaders } },
});
