/**
 * Groups written out by hand, with what follows from their texts made by the real evaluation, and
 * the same group as the events of a live run, token by token.
 */
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../../src/base/id.ts';
import type { StopReason } from '../../src/engine/sample.ts';
import { evaluate } from '../../src/group/evaluate.ts';
import type { Group } from '../../src/group/group.ts';
import type { Recipe, Role } from '../../src/group/recipe.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import type { Rollout } from '../../src/rollout/rollout.ts';
import { replay } from '../../src/run/replay.ts';
import type { RunEvent } from '../../src/run/event.ts';
import type { Synthesis, SynthesisPlan } from '../../src/synthesis/synthesis.ts';
import { scriptedTokens } from './engine.ts';

export interface Line {
  readonly text: string;
  readonly stop?: StopReason;
}

export interface Scene {
  readonly id?: string;
  readonly question: string;
  readonly truth?: string;
  readonly rollouts: readonly Line[];
  /** Null: the run was stopped before it. */
  readonly synthesis: Line | null;
  readonly plan?: Partial<SynthesisPlan>;
  readonly recipe?: Partial<Recipe>;
  readonly status?: Group['status'];
  readonly evidence?: Group['evidence'];
  readonly faults?: Group['faults'];
}

const role: Role = { engine: 'wllama', model: 'nano', revision: 'f'.repeat(64), chat: 'nano' };

const ended = ({ text, stop = 'end' }: Line) => {
  const tokens = scriptedTokens(text).length;
  // Any spread of log-probabilities will do, as long as equal texts do not give equal means.
  const logprobs = Array.from({ length: tokens }, (_, at) => -(((text.length + at) * 7) % 40) / 100);
  return { text, tokens, promptTokens: 64, logprobs, stop, seconds: 0.4 };
};

export async function sceneGroup(scene: Scene): Promise<Group> {
  const count = scene.rollouts.length;
  const extra = scene.recipe?.equalCompute === true ? 1 : 0;
  const recipe: Recipe = {
    version: 1,
    policy: role,
    anchor: role,
    judge: role,
    prompts: {
      solve: 'Solve.\n{question}',
      synthesise: 'Combine.\n{rollouts}',
      synthesiseWithQuestion: 'Combine.\nQuestion: {question}\n{rollouts}',
    },
    sampling: { temperature: 1, topP: 1, topK: 0, maxTokens: 256 },
    synthesisSampling: { temperature: 0, topP: 1, topK: 0, maxTokens: 256 },
    group: count - extra,
    seed: 1,
    questionVisible: false,
    equalCompute: false,
    ...scene.recipe,
  };
  const rollouts = scene.rollouts.map((line, index): Rollout => ({
    index,
    seed: index,
    ...ended(line),
  }));
  const plan: SynthesisPlan = {
    order: Array.from({ length: recipe.group }, (_, index) => index),
    shortened: [],
    omitted: [],
    questionVisible: recipe.questionVisible,
    promptTokens: 412,
    ...scene.plan,
  };
  const synthesis: Synthesis | null =
    scene.synthesis === null ? null : { ...ended(scene.synthesis), seed: 99, plan };
  const group: Group = {
    id: (scene.id ?? 'scene') as GroupId,
    runId: 'run' as RunId,
    recipe,
    recipeHash: 'recipe' as RecipeHash,
    question: {
      kind: 'verifiable',
      text: scene.question,
      ...(scene.truth === undefined ? {} : { truth: scene.truth }),
    },
    questionHash: 'question' as QuestionHash,
    createdAt: Date.UTC(2026, 4, 1, 9, 30),
    status: scene.status ?? (synthesis === null ? 'stopped' : 'done'),
    rollouts,
    evidence: scene.evidence ?? [],
    faults: scene.faults ?? [],
    ...(synthesis === null ? {} : { synthesis }),
  };
  if (synthesis === null) return group;
  return { ...group, evaluation: await evaluate(group, compare) };
}

/** The events of a live run: rollouts side by side, a word of each in turn, then the synthesis. */
export function liveEvents(group: Group): RunEvent[] {
  const groupId = group.id;
  const events: RunEvent[] = [];
  const words = group.rollouts.map((rollout) => scriptedTokens(rollout.text));
  for (const event of replay(group)) {
    if (event.kind === 'group-start') {
      events.push({ ...event, cached: false });
      const longest = Math.max(0, ...words.map((list) => list.length));
      for (let at = 0; at < longest; at += 1) {
        for (const [index, list] of words.entries()) {
          const text = list[at];
          if (text === undefined) continue;
          const logprob = group.rollouts[index]?.logprobs[at] ?? 0;
          events.push({ kind: 'rollout-token', groupId, index, text, logprob });
        }
      }
    } else if (event.kind === 'synthesis-done') {
      for (const text of scriptedTokens(event.synthesis.text)) {
        events.push({ kind: 'synthesis-token', groupId, text });
      }
      events.push(event);
    } else events.push(event);
  }
  return events;
}
