/** A lab over the scripted engine and a store in memory, with everything it tells. */
import type { Fault } from '../../src/base/fault.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import type { SampleRequest } from '../../src/engine/sample.ts';
import type { VerifiableQuestion } from '../../src/question/question.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createLab } from '../../src/run/create-lab.ts';
import type { LabParts } from '../../src/run/create-lab.ts';
import type { RunEvent } from '../../src/run/event.ts';
import type { Lab } from '../../src/run/lab.ts';
import { applyChange, defaultSettings } from '../../src/run/settings.ts';
import type { Settings } from '../../src/run/settings.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { ScriptedEngine, scriptedSpec } from '../kit/engine.ts';

export interface LabKit {
  readonly lab: Lab;
  readonly engine: ScriptedEngine;
  readonly store: Store;
  readonly events: RunEvent[];
  /** Kinds of the events so far, without progress of the model; equal neighbours once. */
  kinds(): string[];
  faults(): Fault[];
}

export interface LabKitParts extends Partial<LabParts> {
  readonly engine?: ScriptedEngine;
  /** Of a model of its own in another role, which the test loads. */
  readonly other?: ScriptedEngine;
  readonly spec?: ModelSpec;
}

/** A lab whose model is loaded. */
export async function createLabKit(parts: LabKitParts = {}): Promise<LabKit> {
  const { engine = new ScriptedEngine({ loaded: false }), spec = scriptedSpec, other, ...rest } = parts;
  const store = parts.store ?? createMemoryStore();
  const made = [engine, ...(other === undefined ? [] : [other])];
  const engines = { wllama: () => Promise.resolve(made.shift() ?? engine) };
  const lab = createLab({ engines, store, compare, ...rest });
  const events: RunEvent[] = [];
  const loading = lab.load(spec);
  await finishLoad(engine);
  await loading;
  lab.listen((event) => events.push(event));
  return {
    lab,
    engine,
    store,
    events,
    kinds: () =>
      events
        .map((event) => event.kind)
        .filter((kind, at, all) => kind !== all[at - 1] && !kind.startsWith('model-')),
    faults: () => events.flatMap((event) => (event.kind === 'fault' ? [event.fault] : [])),
  };
}

/** Lets the load that is about to begin succeed. */
export async function finishLoad(engine: ScriptedEngine): Promise<void> {
  await nextLoad(engine);
  engine.finishLoad();
}

/** Waits until one more load has begun; a load is a few turns of promises away, or does not come. */
export async function nextLoad(engine: ScriptedEngine): Promise<void> {
  const before = engine.loads.length;
  for (let turn = 0; engine.loads.length === before; turn++) {
    if (turn === 1000) throw new Error('no load began');
    await Promise.resolve();
  }
}

export const settings = (more: Partial<Settings> = {}): Settings =>
  applyChange(defaultSettings('nano'), { group: 2, ...more });

export const question = (text: string, truth?: string): VerifiableQuestion => ({
  kind: 'verifiable',
  text,
  ...(truth === undefined ? {} : { truth }),
});

export const isSynthesis = (request: SampleRequest): boolean =>
  request.messages.some((message) => message.content.startsWith('Combine.'));

/** Each rollout answers by its place, the synthesis with the given number. */
export const answering =
  (rollouts: readonly string[], synthesis: string) =>
  (request: SampleRequest, index: number): string =>
    `So the answer is ${isSynthesis(request) ? synthesis : rollouts[index % rollouts.length]}.`;

/** Has the prompts that are counted from now on wait, until `answer` says of all how many tokens they have. */
export function countsByHand(engine: ScriptedEngine): {
  asked(): Promise<void>;
  answer(tokens: number): void;
} {
  const waiting: ((tokens: number) => void)[] = [];
  let known: number | null = null;
  let tell = (): void => {};
  const first = new Promise<void>((resolve) => (tell = resolve));
  engine.countTokens = () =>
    new Promise((resolve) => {
      const settle = (tokens: number): void => resolve({ ok: true, value: tokens });
      if (known === null) waiting.push(settle);
      else settle(known);
      tell();
    });
  return {
    asked: () => first,
    answer(tokens) {
      known = tokens;
      for (const settle of waiting.splice(0)) settle(tokens);
    },
  };
}
