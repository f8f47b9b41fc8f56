import { parseArgs } from 'node:util';
import type { Level } from '../src/question/world/level.ts';
import { DEFAULT_LEVEL, isLevel, LEVEL_NAMES } from '../src/question/world/level.ts';
import type { Wording } from '../src/question/world/words.ts';
import type { ProblemOrder } from '../src/question/world/problems.ts';

export const WORLDS = ['maths', 'notes'] as const;

export interface ProblemsFlags extends ProblemOrder {
  readonly world: (typeof WORLDS)[number];
  readonly count: number;
  readonly solutions: boolean;
  /** Made-up wrong solutions, or made-up notes, per problem. */
  readonly noisy: number;
  /** Slips per step: a rate is drawn per problem between these. */
  readonly rate: readonly [number, number];
  readonly out?: string;
}

export const USAGE = `usage: npm run problems -- --seed S --count N [options]

Prints N distinct made-up story problems as JSON lines {question, answer}; the same flags give the
same lines. They are held-out problems, which the bundled model never trains on.

With --world notes: open questions for short advice notes, {question, kind, topic, points}, in wordings
and combinations that are held out as well. Without --solutions each question comes once.

  --seed S            whole number from 0 (default 0)
  --count N           whole number from 1 (default 10)
  --world WORLD       maths or notes (default maths)
  --level LEVEL       ${LEVEL_NAMES.join(', ')} (default ${DEFAULT_LEVEL})
  --mix SHARES        levels mixed instead, such as easy:0.4,medium:0.4,hard:0.2
  --split SPLIT       heldout or train (default heldout)
  --edited            names and things that training never uses, facts in another order
  --coined            names and things put together from syllables, to train with
  --solutions         adds the solution and the level; of a note all wordings, the full note and
                      the criteria it leads to
  --noisy K           with --solutions: adds K made-up solutions with slips, or K made-up notes with
                      their combination, choice and verdicts
  --rate LO:HI        slips per step of those, drawn per problem (default 0.05:0.4)
  --out FILE          writes to a file instead of stdout
  --help              this text`;

const OPTIONS = {
  seed: { type: 'string' },
  count: { type: 'string' },
  world: { type: 'string' },
  level: { type: 'string' },
  mix: { type: 'string' },
  split: { type: 'string' },
  edited: { type: 'boolean' },
  coined: { type: 'boolean' },
  solutions: { type: 'boolean' },
  noisy: { type: 'string' },
  rate: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** The flags, `'help'`, or a sentence that says what is wrong with them. */
export function readFlags(args: readonly string[]): ProblemsFlags | string {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    if (values.help === true) return 'help';
    const world = readWorld(values.world);
    for (const flag of ['level', 'mix', 'edited', 'coined', 'rate'] as const) {
      if (world === 'notes' && values[flag] !== undefined) return `--${flag} is not for notes`;
    }
    if (values.level !== undefined && values.mix !== undefined) {
      return 'give --level or --mix, not both';
    }
    const split = values.split ?? 'heldout';
    if (split !== 'heldout' && split !== 'train')
      return `--split is heldout or train, not "${split}"`;
    const solutions = values.solutions === true;
    if (!solutions && (values.noisy !== undefined || values.rate !== undefined)) {
      return '--noisy and --rate need --solutions';
    }
    return {
      world,
      seed: wholeNumber('--seed', values.seed ?? '0', 0, 0xffffffff),
      count: wholeNumber('--count', values.count ?? '10', 1, 10_000_000),
      level: values.mix === undefined ? readLevel(values.level) : readMix(values.mix),
      split,
      wording: readWording(values.edited, values.coined),
      solutions,
      noisy: wholeNumber('--noisy', values.noisy ?? '0', 0, 64),
      rate: readRate(values.rate ?? '0.05:0.4'),
      ...(values.out === undefined ? {} : { out: values.out }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wholeNumber(flag: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= low && value <= high) return value;
  throw new RangeError(`${flag} is a whole number from ${low} to ${high}, not "${text}"`);
}

function readWorld(text = 'maths'): ProblemsFlags['world'] {
  const world = WORLDS.find((name) => name === text);
  if (world !== undefined) return world;
  throw new RangeError(`--world is ${WORLDS.join(' or ')}, not "${text}"`);
}

function readWording(edited = false, coined = false): Wording {
  if (edited && coined) throw new RangeError('give --edited or --coined, not both');
  return edited ? 'edited' : coined ? 'coined' : 'ordinary';
}

function readLevel(text: string | undefined): Level {
  if (text === undefined) return DEFAULT_LEVEL;
  if (isLevel(text)) return text;
  throw new RangeError(`--level is one of ${LEVEL_NAMES.join(', ')}, not "${text}"`);
}

function readMix(text: string): Partial<Record<Level, number>> {
  const mix: Partial<Record<Level, number>> = {};
  for (const part of text.split(',')) {
    const [name = '', share = ''] = part.split(':');
    if (!isLevel(name) || !(Number(share) > 0) || !Number.isFinite(Number(share))) {
      throw new RangeError(`--mix is like easy:0.4,medium:0.4,hard:0.2, not "${text}"`);
    }
    mix[name] = Number(share);
  }
  return mix;
}

function readRate(text: string): [number, number] {
  const [low = Number.NaN, high = Number.NaN, ...more] = text.split(':').map(Number);
  if (more.length === 0 && low >= 0 && low <= high && high <= 1) return [low, high];
  throw new RangeError(`--rate is LO:HI with 0 <= LO <= HI <= 1, not "${text}"`);
}
