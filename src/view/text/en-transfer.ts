import type { ImportPreview } from '../../export/file/preview.ts';
import type { RowFormat } from '../../export/formats.ts';
import type { NoRow } from '../../export/material.ts';
import { count } from '../format.ts';

/** A kind of record. */
type PieceKind = keyof ImportPreview['found'];

const plural = (n: number, one: string, more: string): string => `${count(n)} ${n === 1 ? one : more}`;

const REASONS: Readonly<Record<NoRow, string>> = {
  unfinished: 'not finished',
  'no-reference': 'the synthesis has no answer',
  'not-judged': 'not judged',
  'no-difference': 'no two complete answers of different rewards',
  'no-answer': 'no complete answer',
  'no-truth': 'no known answer',
};

const RECORDS: Readonly<Record<PieceKind, readonly [one: string, more: string]>> = {
  run: ['run', 'runs'],
  plan: ['plan', 'plans'],
  set: ['question set', 'question sets'],
  group: ['question with its answers', 'questions with their answers'],
  entry: ['figure of a run', 'figures of runs'],
  missed: ['missed question', 'missed questions'],
};

/** What leaves this browser and what comes in, in words. */
export const transferTexts = {
  export: {
    heading: 'Save for other programs',
    format: 'As',
    formats: {
      run: 'CaT Lab file, to import again',
      'trl-grpo': 'TRL GRPO: prompts with the fixed reference',
      'trl-dpo': 'TRL DPO: best and worst answer by reward',
      'trl-kto': 'TRL KTO: each answer, wanted or not',
      'trl-sft': 'TRL SFT: the synthesis as completion',
      verl: 'verl rows',
      'lm-eval': 'lm-evaluation-harness samples',
    } satisfies Record<RowFormat | 'run', string>,
    conversation: 'As lists of messages',
    hint:
      'Rows say that their reference is fixed: it is the recorded synthesis, while the paper’s training ' +
      'writes a new one from the current policy at every step.',
    save: 'Save',
    everything: 'Save all that is kept here',
    working: 'Reading what is kept …',
    saved: (rows: number): string => `${plural(rows, 'row', 'rows')} saved.`,
    savedFile: 'Saved.',
    none: 'Nothing was saved: no question gave a row.',
    leftOut: (reasons: Iterable<readonly [NoRow, number]>): string =>
      `Questions without a row: ${[...reasons].map(([reason, n]) => `${REASONS[reason]}: ${count(n)}`).join('; ')}.`,
  },
  import: {
    heading: 'Import a CaT Lab file',
    hint: 'A file that was saved here or elsewhere. You see what is in it before anything is stored.',
    choose: 'File',
    reading: 'Reading the file …',
    kind: { store: 'A whole history.', run: 'One run.' },
    fresh: (kind: PieceKind, n: number): string => `${plural(n, ...RECORDS[kind])} new`,
    same: (n: number): string => `${plural(n, 'record is', 'records are')} here already.`,
    differing: (n: number): string =>
      `${plural(n, 'record has', 'records have')} other contents here under the same name; what is here stays.`,
    nothing: 'All of it is here already.',
    faults: (n: number): string => plural(n, 'fault', 'faults'),
    moreFaults: (n: number): string => `and ${count(n)} more`,
    take: 'Take it over',
    cancel: 'Leave it',
    taking: 'Taking it over …',
    taken: (n: number): string => `${plural(n, 'record', 'records')} taken over.`,
  },
};
