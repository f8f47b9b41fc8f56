import type { Random } from '../../base/random.ts';
import type { Level } from './level.ts';
import { LEVELS } from './level.ts';
import { FAMILIES } from './families.ts';
import type { Family, Part } from './part.ts';
import type { Step } from './sum.ts';
import { Story } from './story.ts';
import type { Wording } from './words.ts';

export interface Problem {
  /** ASCII, ends in "How many …?". */
  readonly question: string;
  /** A positive whole number in digits. */
  readonly answer: string;
  /** One line per step, then `The answer is N.`; fully decided by the question. */
  readonly solution: string;
  readonly level: Level;
  readonly steps: readonly Step[];
  /** The skeleton: the family and which of its parts were chained. */
  readonly template: string;
}

const LONGEST_QUESTION = 450;

/** One made-up problem. The same random stream gives the same problem. */
export function makeProblem(random: Random, level: Level, wording: Wording): Problem {
  for (;;) {
    const problem = tryProblem(random, level, wording);
    if (problem !== undefined) return problem;
  }
}

function tryProblem(random: Random, level: Level, wording: Wording): Problem | undefined {
  const limits = LEVELS[level];
  const family = random.pick(FAMILIES);
  const story = new Story(random, family, limits, wording);
  const length = random.integer(limits.steps[0], limits.steps[1]);
  const ends = wording !== 'ordinary' && random.next() < 0.5 ? factEnds(family) : family.ends;
  const chain = drawChain(random, family, ends, length, (part) => story.allows(part));
  if (chain === undefined) return undefined;
  for (const part of chain) {
    if (!story.tell(part)) return undefined;
  }
  const question = story.question(random.next() < limits.aside ? random.pick(family.asides) : '');
  if (question.length > LONGEST_QUESTION) return undefined;
  const template = `${family.name}:${chain.map((part) => partName(family, part)).join('-')}`;
  return { question, ...story.solution(), level, steps: story.steps, template };
}

function partName(family: Family, part: Part): string {
  for (const [letter, parts] of [
    ['o', family.openings],
    ['m', family.moves],
    ['e', family.ends],
  ] as const) {
    const index = parts.indexOf(part);
    if (index >= 0) return `${letter}${index}`;
  }
  throw new Error('a part of another family');
}

/** Ends with a given fact that can stand earlier, for stories told in an unusual order. */
function factEnds(family: Family): readonly Part[] {
  const found = family.ends.filter((end) => end.fact !== undefined);
  return found.length > 0 ? found : family.ends;
}

/** An opening, moves and an end that together have `length` solution lines. */
function drawChain(
  random: Random,
  family: Family,
  ends: readonly Part[],
  length: number,
  allows: (part: Part) => boolean,
): Part[] | undefined {
  const opening = random.pick(family.openings);
  const end = random.pick(ends);
  const chain = [opening];
  let left = length - opening.lines.length - end.lines.length;
  if (left < 0) return undefined;
  for (const move of random.shuffle(family.moves)) {
    if (left === 0) break;
    if (move.lines.length > left) continue;
    if (!allows(move) || clashes(chain, move) || clashes([end], move)) continue;
    chain.push(move);
    left -= move.lines.length;
  }
  if (left > 0 || clashes(chain, end) || !allows(opening) || !allows(end)) return undefined;
  const moves = chain.slice(1);
  return [
    opening,
    ...moves.filter((move) => move.place === 'first'),
    ...moves.filter((move) => move.place === undefined),
    ...moves.filter((move) => move.place === 'last'),
    end,
  ];
}

function clashes(chain: readonly Part[], part: Part): boolean {
  return part.mark !== undefined && chain.some((other) => other.mark === part.mark);
}
