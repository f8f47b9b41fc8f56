/** The words around choosing a question set, in English. */
import type { Container } from '../../question/set/container.ts';
import type { Encoding } from '../../question/set/encoding.ts';
import type { SetFormat } from '../../question/set/parser.ts';
import type { RowKind } from '../../question/set/rows.ts';
import type { Level } from '../../question/world/level.ts';
import { count, megabytes } from '../format.ts';
import type { Facet } from '../set/choice.ts';
import type { Progress } from '../set/gather.ts';
import type { PublicSet } from '../set/public-sets.ts';

const questions = (n: number): string => `${count(n)} ${n === 1 ? 'question' : 'questions'}`;

const ROWS: Readonly<Record<RowKind, string>> = {
  plain: 'plain questions',
  gsm8k: 'GSM8K',
  'math-500': 'MATH-500',
  healthbench: 'HealthBench',
};
const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};
const SEPARATORS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;

const container = (kind: Container): string =>
  kind.kind === 'jsonl' ? 'JSON lines' : `a table with ${SEPARATORS[kind.separator]}`;

const facet = (one: string, all: string) => ({
  legend: one,
  hint: `None ticked: questions of all ${all} are taken.`,
  find: `Find among the ${all}`,
  none: `None of the ${all} has this in its name.`,
  more: (n: number) =>
    `The set has more ${all}: only the first ${count(n)} that stand in it can be ticked. Narrow the file down before, or take some at random.`,
});

export const setTexts = {
  heading: 'Choose a question set',
  hint: 'You see what is in it before anything is kept. Drop a file here, or paste rows.',

  bring: {
    heading: 'Your own',
    text: 'JSON lines or a table (CSV) with question and answer; MATH-500, GSM8K and HealthBench as they are.',
    file: 'A file',
    pasted: 'Rows to paste',
    pastedPlaceholder: '{"question": "…", "answer": "…"}',
    pastedName: 'Pasted questions',
    read: 'Look at the rows',
    address: 'An address',
    addressPlaceholder: 'https://…/questions.jsonl',
    next: 'Continue',
    invalid: 'An address starts with https:// (or http://localhost).',
  },

  ready: {
    heading: 'At hand',
    text: 'Made here or part of this page; nothing is fetched from elsewhere.',
    count: 'How many',
    seed: 'Seed',
    level: 'Level',
    number: (low: number, high: number) => `Must be a whole number from ${count(low)} to ${count(high)}.`,
    problems: 'Nano’s held-out problems',
    problemsHint: 'Story problems that nano was not trained on.',
    makeProblems: 'Take problems',
    problemsName: (level: Level, n: number, seed: number) => `${level} problems, ${count(n)}, seed ${seed}`,
    notes: 'Questions on notes',
    notesHint: 'Open questions: short advice, with what is known to be right as rubric.',
    makeNotes: 'Take questions on notes',
    notesName: (n: number, seed: number) => `Notes, ${count(n)}, seed ${seed}`,
    competition: 'Competition-style problems',
    competitionHint: 'Sixty in three levels, written for this project; for a real model.',
    takeCompetition: 'Take the sixty',
  },

  known: {
    heading: 'Well known',
    text: 'One file each, from the address where it is published.',
    facts: ({ questions: n, bytes, licence }: PublicSet) =>
      `${questions(n)} · ${megabytes(bytes)} · licence: ${licence}`,
    fetch: (name: string) => `Fetch ${name}`,
    pinned: (digest: string) =>
      `A file is taken only if its SHA-256 is ${digest}. That digest is the one that many public ` +
      'repositories give; nobody here has fetched the file.',
  },

  ask: {
    question: (host: string) => `Fetch from ${host}?`,
    warn: 'That host will see your network address and which file you fetch.',
    from: (url: string) => `The file: ${url}`,
    confirm: (host: string) => `Fetch from ${host}`,
    cancel: 'Not now',
  },

  kept: {
    heading: 'Kept here',
    none: 'No set is kept in this browser yet.',
    facts: (n: number, open: number, when: string) =>
      [questions(n), ...(open > 0 ? [`${count(open)} open`] : []), when].join(' · '),
    take: (name: string) => `Take ${name}`,
    remove: 'Delete',
    removeLabel: (name: string) => `Delete ${name}`,
    sure: (name: string) => `Delete “${name}” for good?`,
    cancel: 'Keep it',
    removed: (name: string) => `“${name}” is deleted.`,
  },

  progress: {
    label: 'Looking at the set',
    at: ({ stage, done, total }: Progress): string => {
      const shown = stage === 'make' ? count : megabytes;
      const words = { fetch: 'Fetching', read: 'Looking through it', make: 'Making problems' }[stage];
      return total === null
        ? `${words}: ${shown(done)}`
        : `${words}: ${shown(done)} of ${shown(total)}`;
    },
    begun: 'Beginning …',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was kept.',
  },

  review: {
    heading: (name: string) => `What is in ${name}`,
    other: 'Choose another set',
    found: (n: number, open: number) =>
      open === 0
        ? `${questions(n)}, ${n === 1 ? 'with its answer' : 'each with its answer'}.`
        : open === n
          ? `${questions(n)}, all open.`
          : `${questions(n)}, ${count(open)} of them open.`,
    readable: (n: number) => `${questions(n)} in it can be read.`,
    format: ({ container: kind, encoding, rows }: SetFormat) =>
      rows === null
        ? `Nothing in it was recognised as a question (${container(kind)}, ${ENCODINGS[encoding]}).`
        : `Recognised as ${ROWS[rows]} in ${container(kind)}, ${ENCODINGS[encoding]}.`,
    noFormat: 'Not recognised as a question set.',
    digest: (digest: string) => `SHA-256 of the file: ${digest}`,
    faults: (n: number) =>
      n === 1
        ? 'One thing is wrong with it, so nothing of it can be taken over.'
        : `${count(n)} things are wrong with it, so nothing of it can be taken over.`,
    faultsRemedy: 'Correct the file and choose it again.',
    moreFaults: (n: number) => `and ${count(n)} more`,
    sample: (n: number) => (n === 1 ? 'The first question' : `The first ${count(n)} questions`),
    level: (name: string) => `level ${name}`,
    line: (n: number) => `line ${count(n)}`,
    answer: (truth: string) => `Answer: ${truth}`,
    unknown: 'Answer not known',
    open: 'Open question',
    criteria: (n: number) => `Open question, ${n === 1 ? 'one criterion' : `${count(n)} criteria`}`,
    narrow: 'Which of them',
    facets: {
      subjects: facet('Subject', 'subjects'),
      levels: facet('Level', 'levels'),
      tags: facet('Tag', 'tags'),
    } satisfies Record<Facet, object>,
    part: 'At random, only',
    partHint: 'Empty: all of them. The same seed draws the same questions.',
    seed: 'Seed',
    counting: 'Counting …',
    chosen: (n: number, all: number) =>
      n === all ? `All ${questions(n)} are chosen.` : `${count(n)} of ${questions(all)} are chosen.`,
    tooMany: (most: number) =>
      `More than ${count(most)} at once are too many: filter, or take some at random.`,
    name: 'Name',
    nameMissing: 'The set needs a name.',
    use: 'Use',
    keep: 'Keep here',
    keepHint: '“Keep here” stores the chosen questions in this browser; “Use” goes on with them.',
    taking: 'Reading the chosen questions …',
    keeping: (name: string) => `Keeping “${name}” …`,
    kept: (n: number, name: string) => `${questions(n)} are kept here as “${name}”.`,
    notKept: 'Nothing was kept.',
  },
};
