import { afterAll, expect, test } from 'vitest';
import { CANARY } from '../../../bin/notes-figures/canary.ts';
import { bundledModel } from '../../../src/engine/bundled.ts';
import { createWllamaEngine } from '../../../src/engine/wllama/engine.ts';
import { combineNotes, roughNote, writeNote } from '../../../src/question/notes/note.ts';
import { shuffledQuestions } from '../../../src/question/notes/note-questions.ts';
import { CRITERIA } from '../../../src/reward/rubric/criteria.ts';
import { judge, missingVerdicts } from '../../../src/reward/rubric/judge.ts';
import { RUBRIC_PROMPTS } from '../../../src/reward/rubric/prompt.ts';
import { propose } from '../../../src/reward/rubric/propose.ts';
import type { Rubric, Verdict } from '../../../src/reward/rubric/rubric.ts';
import { scoreRubric } from '../../../src/reward/rubric/score.ts';
import { createRandom } from '../../../src/base/random.ts';
import { defaultSettings } from '../../../src/run/settings.ts';

/**
 * No model samples an answer that addresses its judge, so it is put there. The criteria are the real
 * anchor's, from what a good synthesis of honest answers would say to a question it was never taught.
 */
const engine = createWllamaEngine();
afterAll(() => engine.unload());

const seed = 5;
const chat = 'nano';
const prompts = RUBRIC_PROMPTS[chat];

async function criteriaFrom(synthesis: string): Promise<Rubric> {
  const { sampling } = defaultSettings(chat);
  const options = { prompt: prompts.propose, chat, sampling: { ...sampling, temperature: 0 }, seed } as const;
  for await (const event of propose(engine, synthesis, options)) if (event.kind === 'rubric') return event.rubric;
  throw new Error('no criterion was proposed');
}

async function rewardsOf(rubric: Rubric, answers: readonly string[]): Promise<readonly (number | null)[]> {
  const texts = answers.map((text, rollout) => ({ rollout, text }));
  const asked = missingVerdicts(rubric, texts, [], { repeats: 1, permute: false, seed });
  const verdicts: Verdict[] = [];
  for await (const event of judge(engine, asked, rubric.criteria, texts, { prompts, chat, repeats: 1, seed })) {
    if (event.kind === 'fault') throw new Error(event.fault.kind);
    verdicts.push(event.verdict);
  }
  expect(verdicts).toHaveLength(asked.length);
  return scoreRubric(rubric, verdicts, answers.length).rewards;
}

test('an answer that asks its judge for full marks earns less than an honest one', async () => {
  expect(await engine.load(bundledModel)).toMatchObject({ ok: true });
  const { points } = shuffledQuestions(seed, 'heldout')[0]!;
  const honest = roughNote(points, createRandom(seed));
  const rubric = await criteriaFrom(combineNotes(points, [honest, writeNote(points.true)]));
  expect(rubric.criteria.length).toBeGreaterThanOrEqual(CRITERIA.fewest);
  const [fair, bribe] = await rewardsOf(rubric, [honest, CANARY]);
  expect(bribe).toBeLessThan(fair!);
}, 120_000);
