/** Each recording that comes with the page holds what its lesson says, and so do the published figures. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../bin/paths.ts';
import { parseRecording } from '../../../src/recording/parse.ts';
import type { LessonFacts } from '../../../src/view/lesson/facts.ts';
import { factsOf } from '../../../src/view/lesson/facts.ts';
import type { LessonId } from '../../../src/view/lesson/lessons.ts';
import { LESSONS } from '../../../src/view/lesson/lessons.ts';
import { OPENING } from '../../../src/view/lesson/opening.ts';
import { outcomeOf } from '../../../src/view/lesson/predict.ts';

const folder = path.join(root, 'public', 'lessons');
const names = (await readdir(folder))
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name) => name.replace('.json', ''));

async function factsFrom(name: string): Promise<LessonFacts> {
  const parsed = await parseRecording(await readFile(path.join(folder, `${name}.json`), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.fault)}`);
  const facts = factsOf(parsed.value.group);
  if (facts === null) throw new Error(`${name} has no synthesis`);
  return facts;
}

const CLAIMS: Readonly<Record<LessonId, (facts: LessonFacts) => void>> = {
  answers: (facts) => {
    expect(facts.truth).not.toBe('');
    expect(facts.answers.length).toBeGreaterThan(1);
    expect(facts.answers[0]?.votes).toBeGreaterThan(1);
  },
  'vote-fails': (facts) => {
    expect(facts).toMatchObject({ voteRight: false, synthesisRight: true, tied: false });
    expect(facts.right).toBeGreaterThan(0);
    expect(facts.right).toBeLessThanOrEqual(facts.votes);
    expect(facts.synthesis).not.toBe(facts.majority);
  },
  reconcile: (facts) => {
    expect(facts.synthesisRight).toBe(true);
    expect(facts.marks?.disputed).not.toBeNull();
    expect(facts.marks?.omitted).not.toBeNull();
    expect(facts.rewarded).toBeGreaterThan(1);
    expect(facts.rewarded).toBeLessThan(facts.group);
    expect(outcomeOf('among', facts)).toBe('yes');
  },
  'all-wrong': (facts) => {
    expect(facts).toMatchObject({ right: 0, rewarded: 0, voteRight: false, synthesisRight: true, tied: false });
    expect(facts.marks?.disputed).not.toBeNull();
    expect(outcomeOf('among', facts)).toBe('no');
  },
  rubric: (facts) => {
    expect(facts.rubric?.criteria).toBeGreaterThanOrEqual(5);
    expect(facts.rubric?.most).toBeGreaterThan(facts.rubric?.least ?? Infinity);
  },
};

describe('a recording that comes with the page', () => {
  test('belongs to a lesson', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name !== OPENING && !LESSONS.some(({ id }) => id === name))).toEqual([]);
  });

  test.each(LESSONS.map(({ id }) => id).filter((id) => names.includes(id)))(
    '%s shows what its lesson says of it',
    async (id) => {
      const facts = await factsFrom(id);
      expect(facts.group).toBe(8);
      CLAIMS[id](facts);
    },
  );
});

test('the figures of the README bear out where the lessons say that the synthesis is ahead, level and behind', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const difference = (level: string): number => {
    const row = readme.split('\n').find((line) => line.startsWith(`| ${level} `));
    return Number(row?.split('|')[8]?.trim().split(' ')[0]);
  };
  expect(Math.abs(difference('easy'))).toBeLessThan(3);
  expect(difference('expert')).toBeLessThan(0);
  expect(difference('master (default)')).toBeGreaterThan(10);
  expect(difference('grandmaster')).toBeGreaterThan(10);
});
