/** The judge's words read as a verdict: strictly, since a wrong guess would be a wrong reward. */
import { spoken } from '../thinking.ts';
import type { VerdictValue } from './rubric.ts';

export interface ReadVerdict {
  readonly value: VerdictValue;
  readonly reason: string;
}

const UNREADABLE: ReadVerdict = { value: 'unreadable', reason: '' };

/**
 * Three forms, and nothing before or after them but thinking:
 * - a JSON object with `verdict` "yes" or "no", in any case, and perhaps `reason`; also in a code fence;
 * - the beginning of such an object, where the reason was cut off after a whole verdict;
 * - `Yes` or `No`, alone or with a full stop, a colon or a line end before the reason.
 *
 * Anything else is prose and `unreadable`: "Yes, but …" is no verdict.
 */
export function readVerdict(text: string): ReadVerdict {
  const bare = unfenced(spoken(text).trim());
  if (bare.startsWith('{')) return readObject(bare);
  const word = /^(yes|no)(?:[.:](?!\w)|(?=\s*(?:\n|$)))\s*/i.exec(bare);
  if (word === null) return UNREADABLE;
  return { value: valueOf(word[1]), reason: bare.slice(word[0].length).trim() };
}

/**
 * What a nano writes: it goes through the answer line by line (nano/README.md), so the last line alone is
 * the verdict, in the third form of `readVerdict`.
 */
export const readWalkedVerdict = (text: string): ReadVerdict =>
  readVerdict(text.trim().split('\n').at(-1) ?? '');

function readObject(text: string): ReadVerdict {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return readCutOff(text);
  }
  const { verdict, reason } = parsed as Readonly<Record<string, unknown>>;
  const value = typeof verdict === 'string' ? valueOf(verdict.trim()) : 'unreadable';
  if (value === 'unreadable') return UNREADABLE;
  return { value, reason: typeof reason === 'string' ? reason.trim() : '' };
}

/** The object never ends: only a string that is still open, or nothing, may follow the verdict. */
function readCutOff(text: string): ReadVerdict {
  const cut =
    /^\{\s*"verdict"\s*:\s*"(yes|no)"\s*(?:,\s*(?:"reason"\s*:\s*(?:"((?:[^"\\]|\\.)*)\\?)?)?)?$/i.exec(
      text,
    );
  return cut === null ? UNREADABLE : { value: valueOf(cut[1]), reason: (cut[2] ?? '').trim() };
}

function valueOf(word: string | undefined): VerdictValue {
  const plain = word?.toLowerCase();
  return plain === 'yes' || plain === 'no' ? plain : 'unreadable';
}

const unfenced = (text: string): string =>
  /^```(?:json)?\s*\n([\s\S]*?)\n?```$/i.exec(text)?.[1]?.trim() ?? text;
