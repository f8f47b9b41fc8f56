/** Why the synthesis says so, in words. */
import { count } from '../format.ts';

const name = (index: number): string => String(index + 1);

/** `1`, `1 and 4`, `1, 4 and 6`. */
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const answers = (indices: readonly number[]): string =>
  `${indices.length === 1 ? 'answer' : 'answers'} ${list(indices.map(name))}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What one or more answers say instead, at the step where they part from the synthesis. */
export interface WayText {
  readonly indices: readonly number[];
  readonly says: string;
}

/**
 * `differs`: the majority says otherwise; `rescued`: every answer is wrong, the synthesis is right;
 * `lost`: all are wrong alike; `lost-differs`: all are wrong, the synthesis in a way of its own.
 */
export type PartingCase = 'differs' | 'rescued' | 'lost' | 'lost-differs';

export interface PartingFacts {
  readonly kind: PartingCase;
  /** What the majority says. */
  readonly majority: string;
  /** Where most of them part, from 0; null where no step shows it. */
  readonly step: number | null;
  /** That step is the final answer itself. */
  readonly isFinal: boolean;
  readonly ways: readonly WayText[];
  /** Who parts at another step, by where. */
  readonly elsewhere: readonly { readonly step: number; readonly indices: readonly number[] }[];
}

/** Ways that are told one by one. */
const MOST_WAYS = 3;

function where(facts: PartingFacts): string {
  const { step, elsewhere } = facts;
  if (step === null) return 'they part at no step that could be compared';
  const [other, ...more] = elsewhere;
  if (other === undefined) return there(facts, step);
  const all = elsewhere.flatMap(({ indices }) => indices).sort((a, b) => a - b);
  const at = more.length === 0 ? `at step ${name(other.step)}` : 'at other steps';
  return `${there(facts, step)}, ${answers(all)} ${at}`;
}

function there({ isFinal, ways }: PartingFacts, step: number): string {
  const all = ways.flatMap(({ indices }) => indices);
  const verb = all.length === 1 ? 'parts' : 'part';
  if (isFinal) return `${answers(all)} ${verb} from it only in the final answer`;
  const [only, ...more] = ways;
  if (only === undefined || more.length === 0) {
    const said = only === undefined ? '' : ` (${only.says})`;
    return `${answers(all)} ${verb} from it at step ${name(step)}${said}`;
  }
  const told = ways.slice(0, MOST_WAYS).map(({ indices, says }) => `${answers(indices)} (${says})`);
  const left = ways.length - told.length;
  if (left > 0) told.push(`${count(left)} ${left === 1 ? 'other way' : 'other ways'}`);
  return `${list(told)} part from it at step ${name(step)}`;
}

const leads = {
  differs: ({ majority }) => `The majority says ${majority}, unlike the synthesis`,
  rescued: () => 'Every answer is wrong, the synthesis is not',
  lost: () => 'Every answer is wrong, and the synthesis with them',
  'lost-differs': () => 'Every answer is wrong, and so is the synthesis, in its own way',
} satisfies Record<PartingCase, (facts: PartingFacts) => string>;

const says = (n: number, one: string, more: string): string =>
  `${count(n)} ${n === 1 ? one : more}`;

export const explainTexts = {
  hint: 'Select a step to see which answers say the same and which say otherwise.',
  step: (step: number) => `Step ${name(step)}`,
  /** Heard behind the text of a step. */
  marks: (supports: number, contradicts: number) =>
    `${says(supports, 'answer says', 'answers say')} the same, ` +
    `${says(contradicts, 'says', 'say')} otherwise.`,
  supports: 'say the same',
  contradicts: 'say otherwise',
  heading: (step: number) => `What the answers say at step ${name(step)}`,
  close: 'Close',
  closeLabel: 'Close what the answers say',
  who: (indices: readonly number[]) => capital(answers(indices)),
  same: 'The same',
  otherwise: 'Otherwise',
  silent: (indices: readonly number[]) =>
    `${capital(answers(indices))} ${indices.length === 1 ? 'says' : 'say'} nothing of it that could be compared.`,
  parted: (step: number) => `parted at step ${name(step)}`,
  difference: {
    result: 'another result',
    operands: 'other numbers',
    operation: 'another operation',
    number: 'another number',
    negation: 'the opposite',
    answer: 'another answer',
  },
  card: {
    supports: 'same',
    contradicts: 'otherwise',
    why: (step: number) => `at step ${name(step)} of the synthesis`,
  },
  parting: (facts: PartingFacts): string => `${leads[facts.kind](facts)}: ${where(facts)}.`,
};
