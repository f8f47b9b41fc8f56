/**
 * JSON that somebody else wrote. It is looked through before it is parsed: a name that stands twice in an
 * object, which `JSON.parse` would swallow, a name of the prototype, and nesting that nothing of ours has
 * are refused, each by its path.
 */
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { isPrototypeKey } from '../question/set/forbidden.ts';
import type { ShareFault } from './fault.ts';
import { shareFault } from './fault.ts';

const DEEPEST = 20;

export function parseJson(text: string): Result<unknown, ShareFault> {
  const bad = lookThrough(text);
  if (bad !== null) return failed(bad);
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return failed(shareFault('', 'no JSON'));
  }
}

/** An object or a list that goes on. */
interface Open {
  /** Names seen so far; null in a list. */
  readonly names: Set<string> | null;
  /** The name or the place of its member that goes on. */
  member: string | number;
  /** Whether the next string is a name. */
  expectsName: boolean;
}

/** Only strings and the marks between them are looked at: the rest is for the parser to judge. */
function lookThrough(text: string): ShareFault | null {
  const stack: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    const open = stack.at(-1);
    if (mark === '"') {
      const end = endOfString(text, at);
      if (open?.expectsName === true && open.names !== null) {
        const name = nameOf(text.slice(at, end));
        open.member = name;
        open.expectsName = false;
        if (isPrototypeKey(name)) return shareFault(pathOf(stack), 'a name that nothing here may have');
        if (open.names.has(name)) return shareFault(pathOf(stack), 'it stands there twice');
        open.names.add(name);
      }
      at = end - 1;
    } else if (mark === '{' || mark === '[') {
      if (stack.length >= DEEPEST) return shareFault(pathOf(stack), `nested more than ${DEEPEST} deep`);
      const isObject = mark === '{';
      stack.push({ names: isObject ? new Set() : null, member: isObject ? '' : 0, expectsName: isObject });
    } else if (mark === '}' || mark === ']') stack.pop();
    else if (mark === ',' && open !== undefined) {
      open.expectsName = open.names !== null;
      if (typeof open.member === 'number') open.member += 1;
    }
  }
  return null;
}

/** Behind the quotation mark that closes the string; behind the text where none does. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** Written with escapes or without, it is one name. */
function nameOf(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token;
  }
}

/** Its first members say enough, and a hostile one may be long. */
const pathOf = (stack: readonly Open[]): string =>
  stack
    .slice(0, 6)
    .map(({ member }) => String(member).slice(0, 60))
    .join('.');
