/**
 * The rooms of `src/` and who may import whom: docs and the drawing of the rooms say it in words,
 * this says it so that a test can hold the code to it.
 */
import path from 'node:path';
import ts from 'typescript';

/** A set of source files by path, `src/…`, with slashes. */
export type SourceFiles = ReadonlyMap<string, string>;

interface Room {
  readonly name: string;
  /** Rooms that it may import anything from; itself always. */
  readonly values: readonly string[];
  /** Rooms that it may import types from: records, and the engine's interface. */
  readonly types: readonly string[];
}

const records = ['question', 'engine', 'rollout', 'synthesis', 'reward', 'baseline', 'group'];

const room = (name: string, values: readonly string[], types: readonly string[] = []): Room => ({
  name,
  values,
  types,
});

/** Data flows down this list; imports point up it. */
export const rooms: readonly Room[] = [
  room('base', []),
  room('question', ['base']),
  room('engine', ['base']),
  room('rollout', ['base', 'question'], ['engine']),
  room('synthesis', ['base', 'rollout'], ['question', 'engine']),
  room('reward', ['base', 'question', 'rollout', 'synthesis'], ['engine']),
  room('baseline', ['base', 'rollout', 'reward'], ['engine']),
  room('stats', ['base']),
  room(
    'group',
    ['base', 'question', 'rollout', 'synthesis', 'reward', 'baseline', 'stats'],
    ['engine'],
  ),
  // What makes one piece of evidence replace another is the same in the store and on the page.
  room('store', ['base', 'group'], records),
  // A file that comes in is parsed as what the store gives back is.
  room('export', ['base', 'question', 'rollout', 'reward', 'baseline', 'group', 'store'], records),
  room('run', [
    ...['base', 'question', 'engine', 'rollout', 'synthesis', 'reward', 'baseline', 'stats'],
    ...['group', 'store', 'export'],
  ]),
  // The page itself as files, kept for working without a connection.
  room('offline', ['base']),
  // A group as the events of the run that it was, out of a file or a link.
  room('recording', ['base', 'question', 'group', 'store', 'export', 'run']),
  // What people send each other: links and class files, parsed as imports are.
  room('share', [...['base', 'question', 'reward', 'baseline', 'group', 'export', 'run'], 'recording'], records),
  room('view', [...['base', 'stats', 'run', 'export', 'recording'], 'share'], [
    ...records,
    'offline',
  ]),
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const normal = (from: string, specifier: string): string =>
  path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier.split('?', 1)[0] ?? ''));

const isTypeClause = (clause: ts.ImportClause | undefined): boolean => {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
};

/** `new URL('./x.ts', import.meta.url)`, which is how a worker is named. */
const urlArgument = (node: ts.Node): ts.Expression | undefined =>
  ts.isNewExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'URL' &&
  node.arguments?.length === 2
    ? node.arguments[0]
    : undefined;

/** What one file imports by relative path: static, dynamic, re-exported, as types, as a worker. */
export function importsOf(from: string, text: string): Import[] {
  const found: Import[] = [];
  const note = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    if (!specifier.text.startsWith('.')) return;
    found.push({ from, to: normal(from, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, isTypeClause(node.importClause));
    else if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      note(node.argument.literal, true);
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword
    ) {
      note(node.arguments[0], false);
    } else note(urlArgument(node), false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, text, ts.ScriptTarget.ES2022, true));
  return found;
}

const roomOf = (file: string): string => file.split('/')[1] ?? '';

/** Imports against the table, as sentences; empty where there are none. */
export function violations(files: SourceFiles): string[] {
  const wrong: string[] = [];
  for (const [file, text] of files) {
    if (file === 'src/main.ts' || file === 'src/start.ts') continue;
    const own = rooms.find(({ name }) => name === roomOf(file));
    if (own === undefined) {
      wrong.push(`${file} stands in no room`);
      continue;
    }
    for (const { to, typeOnly } of importsOf(file, text)) {
      const target = to.startsWith('src/') ? roomOf(to) : '';
      const allowed =
        target === own.name ||
        own.values.includes(target) ||
        (typeOnly && own.types.includes(target));
      const what = typeOnly ? 'types of ' : '';
      if (!allowed) wrong.push(`${file} may not import ${what}${to}`);
    }
  }
  return wrong;
}

/**
 * Cycles among the files, each as the list of its files, the first one again at the end. Imports of
 * types count too: a cycle of types is a border drawn in the wrong place. A worker named by a URL
 * counts as imported.
 */
export function cycles(files: SourceFiles): string[][] {
  const state = new Map<string, 'open' | 'closed'>();
  const found: string[][] = [];
  const trail: string[] = [];
  const walk = (file: string): void => {
    state.set(file, 'open');
    trail.push(file);
    for (const { to } of importsOf(file, files.get(file) ?? '')) {
      if (!files.has(to)) continue;
      if (state.get(to) === 'open') found.push([...trail.slice(trail.indexOf(to)), to]);
      else if (state.get(to) === undefined) walk(to);
    }
    trail.pop();
    state.set(file, 'closed');
  };
  for (const file of files.keys()) if (state.get(file) === undefined) walk(file);
  return found;
}
