/**
 * The open regime with a model of the bundled kind that was taught it. The scripted one writes what the
 * training rows want (test/nano/notes.jsonl), so that every prompt and every reader is held to them.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { SampleRequest } from '../../src/engine/sample.ts';
import { rubricOf, verdictsOf } from '../../src/group/evidence.ts';
import { criterionOf, verdictOn } from '../../src/question/notes/criteria.ts';
import { findQuestion } from '../../src/question/notes/note-questions.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import { ScriptedEngine } from '../kit/engine.ts';
import { nanoTrained } from '../kit/lab.ts';
import { createLabKit } from './lab-kit.ts';

interface Row {
  readonly question: string;
  readonly notes: readonly string[];
  readonly combined: string;
  readonly choice: number;
}

const rows = await readFile(path.join(import.meta.dirname, '../nano/notes.jsonl'), 'utf8');
/** One whose combination is worth 5 criteria. */
const row = rows
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .find(({ combined }) => combined.split('\n').length >= 5)!;
const { points } = findQuestion(row.question)!;
const numbered = (text: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at + 1}. ${line}`)
    .join('\n');
const listed = row.notes.map((note, at) => `[${at + 1}]\n${numbered(note)}`).join('\n');
const criteria = row.combined.split('\n').map(criterionOf);

const choice = `${row.notes.map((_, at) => `[${at + 1}] 4`).join(', ')}: [${row.choice}]`;

/** What a perfect model would write; the exact prompt decides the job, and no other is answered. */
function perfect({ messages }: SampleRequest, index: number): string {
  const prompt = messages[0]!.content;
  if (prompt === `Advise.\n${row.question}`) return row.notes[index % row.notes.length]!;
  if (prompt === `Combine.\n${listed}`) return row.combined;
  if (prompt === `Choose.\nQuestion: ${row.question}\n${listed}`) return choice;
  if (prompt === `Criteria.\n${row.combined}`) return criteria.map((text) => `- ${text}`).join('\n');
  const judged = /^Verdict\.\nCriterion: (.+)\nAnswer:\n([^]+)$/.exec(prompt);
  const truth = judged === null ? null : verdictOn(judged[1]!, judged[2]!, points);
  if (truth === null) throw new Error(`no job of nano: ${prompt}`);
  return truth.text;
}

test('a nano that was taught notes writes, combines, chooses, proposes and judges them', async () => {
  const engine = new ScriptedEngine({ loaded: false });
  const jobs = [...nanoTrained.jobs, 'choose', 'judge', 'note', 'propose', 'verdict'];
  engine.trained = { ...nanoTrained, jobs };
  engine.script = perfect;
  const { lab, faults } = await createLabKit({ engine });
  const change = { group: row.notes.length, methods: ['bestOfN' as const] };
  const settings = applyChange(defaultSettings('nano'), change);
  const group = await lab.ask({ kind: 'open', text: row.question }, settings);

  expect(faults()).toEqual([]);
  expect(group).toMatchObject({ status: 'done', synthesis: { text: row.combined } });
  expect(rubricOf(group!.evidence)?.criteria.map(({ text }) => text)).toEqual(criteria);
  expect(group!.evidence.filter(({ kind }) => kind === 'selection')).toMatchObject([
    { method: 'bestOfN', index: row.choice - 1 },
  ]);
  expect(verdictsOf(group!.evidence)).toHaveLength(criteria.length * row.notes.length);
  const met = row.notes.map(
    (note) => criteria.filter((one) => verdictOn(one, note, points)?.value === 'yes').length,
  );
  expect(group?.evaluation?.rubric?.rewards).toEqual(met.map((count) => count / criteria.length));
  expect(group?.evaluation?.rubric?.unreadable).toBe(0);
});
