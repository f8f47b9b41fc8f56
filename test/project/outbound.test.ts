/** Nothing leaves the page but through the one gate: neither by fetch nor otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll(path.sep, '/')}`);

/** Who may fetch, and what: `reach` is the gate, the others ask for files of the page itself. */
const FETCHES: readonly string[] = [
  'src/engine/reach.ts',
  'src/offline/keep.ts',
  'src/offline/worker/worker.ts',
  'src/view/lesson/opening.ts',
  'src/view/lesson/tapes-controller.ts',
];

/** Other ways out of a page. */
const WAYS: readonly string[] = [
  ...['XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'RTCPeerConnection'],
  ...['RTCDataChannel', 'sendBeacon', 'fetchLater', 'importScripts', 'reportError', 'ReportingObserver'],
];

/** Names that those give themselves who count visitors. */
const COUNTERS = /google-?analytics|gtag\(|googletagmanager|plausible|matomo|mixpanel|posthog|sentry\.io|segment\.com|umami/i;

const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true);

/** Names in the code, without its comments and its texts. */
function names(file: string): Set<string> {
  const found = new Set<string>();
  const text = textOf(file);
  if (!WAYS.some((way) => text.includes(way))) return found;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(file));
  return found;
}

/** Whether the browser's own `fetch` is called in a file, or named as one of the global object. */
function fetches(file: string): boolean {
  let found = false;
  if (!textOf(file).includes('fetch')) return found;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'fetch') found = true;
    if (ts.isPropertyAccessExpression(node) && /^(globalThis|self|window)\.fetch$/.test(node.getText())) found = true;
    ts.forEachChild(node, visit);
  };
  visit(parsed(file));
  return found;
}

test('only the gate fetches from other hosts, and few fetch from our own', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((file) => fetches(file) && !FETCHES.includes(file))).toEqual([]);
});

test('nothing in the page has another way out', () => {
  const found = sources.flatMap((file) => {
    const here = names(file);
    return WAYS.filter((way) => here.has(way)).map((way) => `${file} ${way}`);
  });
  expect(found).toEqual([]);
});

test('nothing counts visitors, and the page names no script, style or picture of another host', () => {
  for (const file of [...sources, 'index.html', 'vite.config.ts']) {
    expect(textOf(file), file).not.toMatch(COUNTERS);
  }
  expect(textOf('index.html')).not.toMatch(/(src|href)="(https?:)?\/\//);
});
