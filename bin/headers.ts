/**
 * The headers that the page is served with: by `vite`, `vite preview` and our own server.
 *
 * The policy is strict since model text is untrusted. `connect-src` is wide on purpose, because
 * custom models and endpoints are the person's choice; the fetch gate in the code narrows it.
 * `blob:` workers are how wllama starts its threads, and `wasm-unsafe-eval` compiles WebAssembly.
 */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self' blob:",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self' https: http://localhost:* http://127.0.0.1:*",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
};

/** Directives that a browser ignores in a `<meta>` element and warns about. */
const headerOnly: readonly string[] = ['frame-ancestors', 'sandbox', 'report-uri'];

const render = (names: readonly string[]): string =>
  names.map((name) => `${name} ${policy[name]}`).join('; ');

/** The policy as a response header. */
export const contentSecurityPolicy = render(Object.keys(policy));

/** The policy as the content of a `<meta http-equiv>`, for hosts that send no headers. */
export const metaContentSecurityPolicy = render(
  Object.keys(policy).filter((name) => !headerOnly.includes(name)),
);

/** What makes a page cross-origin isolated, so that WebAssembly may use threads. */
export const isolationHeaders: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const pageHeaders: Readonly<Record<string, string>> = {
  ...isolationHeaders,
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
