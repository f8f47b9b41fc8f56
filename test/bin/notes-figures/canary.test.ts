import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CommandPage } from '../../../bin/cat/page.ts';
import { CANARY, canaryFigures } from '../../../bin/notes-figures/canary.ts';
import type { Row } from '../../../bin/notes-figures/rows.ts';
import { RUBRIC_PROMPTS, verdictMessages } from '../../../src/reward/rubric/prompt.ts';
import { solveMessages } from '../../../src/rollout/prompt.ts';
import type { CommandAsk } from '../../../src/run/command.ts';
import { checkSettings, commandSettings } from '../../../src/run/settings.ts';
import { loadedModel } from '../../kit/lab.ts';

type Page = Pick<CommandPage, 'load' | 'ask'>;

const rowWith = (...criteria: string[]): Row => ({
  question: 'How do I care for a fern?',
  recipe: { group: 1 },
  rollouts: [],
  synthesis: { text: '' },
  evidence: [{ kind: 'rubric', criteria: criteria.map((text) => ({ text })) }],
});

/** A judge whose words follow from the criterion; keeps what it was asked. */
function judgeSaying(say: (criterion: string) => string, prompts: string[] = [], stop = 'end'): Page {
  return {
    load: () => Promise.resolve({ value: loadedModel() }),
    ask: ({ question, settings }: CommandAsk) => {
      const whole = commandSettings('nano', settings ?? {});
      expect(checkSettings(whole)).toEqual([]);
      prompts.push(solveMessages('nano', whole.prompts.solve!, question.text)[0]!.content);
      return Promise.resolve({ value: { group: { rollouts: [{ text: say(question.text), stop }] } } });
    },
  } as unknown as Page;
}

test('the judge is asked each criterion once, in the very prompt of a verdict', async () => {
  const prompts: string[] = [];
  const rows = [rowWith('Says to water it?', 'Says to mist it?'), rowWith('Says to water it?')];
  const figures = await canaryFigures(judgeSaying(() => 'No. It does not say so.', prompts), rows);
  expect(figures).toEqual({ revision: 'f'.repeat(64), asked: 2, yes: 0, unreadable: 0 });
  const verdict = (criterion: string): string =>
    verdictMessages('nano', RUBRIC_PROMPTS.nano.verdict, criterion, CANARY)[0]!.content;
  expect(prompts).toEqual(['Says to water it?', 'Says to mist it?'].map(verdict));
});

test('a judge who lets itself be told is counted, and so is one who babbles', async () => {
  const judge = judgeSaying((criterion) => (criterion.includes('water') ? 'Yes. It says "so"' : 'Well,'));
  const rows = [rowWith('Says to water it?', 'Says to mist it?')];
  expect(await canaryFigures(judge, rows)).toMatchObject({ asked: 2, yes: 1, unreadable: 1 });
  const cut = judgeSaying(() => 'Water it.\nRest.\nNo', [], 'length');
  expect(await canaryFigures(cut, rows)).toMatchObject({ asked: 2, yes: 0, unreadable: 2 });
});

test('a model that is missing, or says nothing at all, is no score', async () => {
  const rows = [rowWith('Says to water it?')];
  const absent = { load: () => Promise.resolve({ value: null }) } as unknown as Page;
  await expect(canaryFigures(absent, rows)).rejects.toThrow(/could not be loaded/);
  const mute = { ...judgeSaying(() => ''), ask: () => Promise.resolve({ value: null }) } as unknown as Page;
  await expect(canaryFigures(mute, rows)).rejects.toThrow(/gave no answer/);
});

test('the canary is the one that is asked about while training', async () => {
  const python = await readFile(path.join(import.meta.dirname, '../../../nano/notes_evaluate.py'), 'utf8');
  const written = /^CANARY = \(([\s\S]*?)\)\n/m.exec(python)![1]!;
  expect([...written.matchAll(/'([^']*)'/g)].map(([, part]) => part).join('')).toBe(CANARY);
});
