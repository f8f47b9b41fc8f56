import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import { failed, ok } from '../../src/base/result.ts';
import type { Result } from '../../src/base/result.ts';
import type { DownloadSize } from '../../src/engine/download-size.ts';
import type { ModelSpec } from '../../src/engine/model.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import type { CommandMessage, CommandSurface } from '../../src/run/command.ts';
import { createCommandSurface } from '../../src/run/command-surface.ts';
import { createLab } from '../../src/run/create-lab.ts';
import { makeRecipe } from '../../src/run/recipe.ts';
import { settingsFor } from '../../src/run/settings.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ScriptedEngine, scriptedSpec } from '../kit/engine.ts';
import { answering, finishLoad, nextLoad, question } from './lab-kit.ts';

const small: DownloadSize = { bytes: 5, here: 0, files: 1, unknown: [], free: null };
const lost: Fault = { kind: 'model-missing', model: 'lost', url: 'x', status: 0 };

interface Opened {
  readonly surface: CommandSurface;
  readonly engine: ScriptedEngine;
  readonly messages: CommandMessage[];
  /** Addresses of servers with the keys that were kept for them. */
  readonly keys: [string, string][];
}

function open(): Opened {
  const engine = new ScriptedEngine({ loaded: false });
  engine.script = answering(['4', '5'], '5');
  const engines = { wllama: () => Promise.resolve(engine) };
  const lab = createLab({ engines, store: createMemoryStore(), compare });
  const messages: CommandMessage[] = [];
  const report = (message: CommandMessage): void => {
    // Everything crosses to another process as JSON.
    messages.push(JSON.parse(JSON.stringify(message)) as CommandMessage);
  };
  const size = ({ id }: ModelSpec): Promise<Result<DownloadSize, Fault>> =>
    Promise.resolve(id === 'lost' ? failed(lost) : ok(small));
  const keys: [string, string][] = [];
  const setKey = (base: string, key: string): void => void keys.push([base, key]);
  const surface = createCommandSurface({ lab, bundled: () => scriptedSpec, size, setKey, report });
  return { surface, engine, messages, keys };
}

describe('the automation surface', () => {
  test('keeps the key of a server before it loads a model of it, and reports it to nobody', async () => {
    const { surface, engine, messages, keys } = open();
    const spec: ModelSpec = { ...scriptedSpec, urls: ['https://llm.example/v1'] };
    const loading = surface.load({ model: spec, key: 'secret' });
    await finishLoad(engine);
    const loaded = await loading;
    expect(keys).toEqual([['https://llm.example/v1', 'secret']]);
    expect(JSON.stringify([loaded, messages])).not.toContain('secret');
  });

  test('ends a load that is stopped, and gives no model back', async () => {
    const { surface, engine, messages } = open();
    const loading = surface.load({ model: 'nano' });
    await nextLoad(engine);
    surface.stop();
    expect(await loading).toEqual({ value: null, faults: [] });
    expect(messages.at(-1)).toMatchObject({ event: { kind: 'model-unloaded' } });
  });

  test('loads the bundled model by name, and gives it back', async () => {
    const { surface, engine, messages } = open();
    const loading = surface.load({ model: 'nano', threads: 1 });
    await finishLoad(engine);
    expect(await loading).toMatchObject({ value: { spec: scriptedSpec }, faults: [] });
    expect(messages.at(-1)).toMatchObject({ kind: 'event', event: { kind: 'model-ready' } });
  });

  test('tells the size of a download, or the fault that keeps it', async () => {
    const { surface, messages } = open();
    expect(await surface.size({ model: scriptedSpec })).toEqual({ value: small, faults: [] });
    expect(messages).toEqual([]);
    const gone = await surface.size({ model: { ...scriptedSpec, id: 'lost' } });
    expect(gone).toEqual({ value: null, faults: [lost] });
    expect(messages).toEqual([{ kind: 'event', event: { kind: 'fault', fault: lost } }]);
  });

  test('a load that fails gives its fault', async () => {
    const { surface, engine } = open();
    const loading = surface.load({ model: { ...scriptedSpec, id: 'mine' } });
    await nextLoad(engine);
    const fault = { kind: 'model-missing', model: 'mine', url: 'x', status: 404 } as const;
    engine.failLoad(fault);
    expect(await loading).toEqual({ value: null, faults: [fault] });
  });

  test('asks with the settings that a model brings, as far as none are given', async () => {
    const { surface, engine } = open();
    const preset = { temperature: 1, topK: 64, topP: 0.95, maxTokens: 1536 };
    const loading = surface.load({ model: { ...scriptedSpec, chat: 'general', preset } });
    await finishLoad(engine);
    await loading;
    const outcome = await surface.ask({
      question: question('2 + 3?'),
      settings: { group: 2, sampling: { maxTokens: 200 } },
    });
    expect(outcome.value?.settings.sampling).toEqual({ ...preset, maxTokens: 200 });
  });

  test('asks with the given settings over the defaults, voting at equal compute too', async () => {
    const { surface, engine, messages } = open();
    const loading = surface.load({ model: 'nano' });
    await finishLoad(engine);
    await loading;
    const outcome = await surface.ask({
      question: question('2 + 3?', '5'),
      settings: { group: 2, sampling: { temperature: 0.5 } },
    });
    expect(outcome.value?.settings).toMatchObject({
      group: 2,
      equalCompute: true,
      sampling: { temperature: 0.5, maxTokens: 256 },
    });
    expect(outcome.value?.group.rollouts).toHaveLength(3);
    expect(outcome.value?.report).toMatchObject({
      questions: 1,
      accuracy: { single: 0.5, synthesis: 1, oracle: 1 },
    });
    const kinds = messages.map((message) => message.kind === 'event' && message.event.kind);
    expect(kinds).toContain('group-done');
    expect(kinds).not.toContain('rollout-token');
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  test('tokens are reported where they are asked for', async () => {
    const { surface, engine, messages } = open();
    const loading = surface.load({ model: 'nano' });
    await finishLoad(engine);
    await loading;
    await surface.ask({ question: question('2 + 3?'), tokens: true });
    const kinds = messages.map((message) => message.kind === 'event' && message.event.kind);
    expect(kinds).toContain('rollout-token');
  });

  test('a bad setting gives its fault and no value', async () => {
    const { surface } = open();
    const outcome = await surface.ask({ question: question('2 + 3?'), settings: { group: 0 } });
    expect(outcome).toMatchObject({
      value: null,
      faults: [{ kind: 'setting-invalid', setting: 'group' }],
    });
  });

  test('a run is begun, listed, read and gone on with', async () => {
    const { surface, engine } = open();
    const loading = surface.load({ model: 'nano' });
    await finishLoad(engine);
    await loading;
    const items = [question('2 + 3?', '5'), question('2 + 2?', '4')].map((one) => ({
      question: one,
      tags: [],
    }));
    const begun = await surface.begin({ set: 'sums', items, settings: { group: 2 } });
    expect(begun).toMatchObject({ faults: [], value: { unfinished: 0, report: { questions: 2 } } });
    const { value: runs } = await surface.experiments();
    expect(runs).toMatchObject([{ run: { name: 'sums' }, set: 'sums', done: 2, state: 'done' }]);
    const { id } = runs![0]!.run;
    const { value: read } = await surface.entries(id);
    expect(read?.plan.items).toEqual(items);
    expect(read?.entries.map(({ index }) => index)).toEqual([0, 1]);
    const again = await surface.resume({ run: id });
    expect(again).toMatchObject({ faults: [], value: { questions: 2 } });
    expect(JSON.parse(JSON.stringify(again))).toEqual(again);
  });

  test('writes smaller groups of what the caller keeps, and tells of them', async () => {
    const { surface, engine, messages } = open();
    const loading = surface.load({ model: 'nano' });
    await finishLoad(engine);
    await loading;
    const asked = await surface.ask({ question: question('2 + 3?', '5'), settings: { group: 4 } });
    const { group } = asked.value!;
    messages.length = 0;
    const scaled = await surface.scale({ groups: [group], sizes: [1, 2], subsets: 2 });
    expect(scaled).toEqual({ value: { groups: 1, written: 4, missing: 0 }, faults: [] });
    const kinds = messages.map((message) => message.kind === 'event' && message.event.kind);
    expect(kinds.filter((kind) => kind === 'evidence')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'evaluated')).toHaveLength(1);
  });

  test('samples with the preset of its model, where nothing else is asked, and so does who goes on', async () => {
    const { surface, engine, messages } = open();
    const preset = { temperature: 0.6, topP: 0.8, topK: 20, maxTokens: 64 };
    const spec: ModelSpec = { ...scriptedSpec, preset };
    const loading = surface.load({ model: spec });
    await finishLoad(engine);
    const { value: model } = await loading;
    const settings = { group: 2, sampling: { topK: 30 } };
    await surface.experiment({ questions: [question('2 + 3?', '5')], settings });
    const { recipe } = messages.flatMap((message) => (message.kind === 'group' ? [message.group] : []))[0]!;
    expect(recipe.sampling).toEqual({ ...preset, topK: 30 });
    expect(recipe).toEqual(makeRecipe(settingsFor(model!.spec, settings), model!, model!));
  });

  test('an experiment reports each group with the place of its question', async () => {
    const { surface, engine, messages } = open();
    const loading = surface.load({ model: 'nano' });
    await finishLoad(engine);
    await loading;
    const outcome = await surface.experiment({
      questions: [question('2 + 3?', '5'), question('2 + 2?', '4'), question(' ')],
      settings: { group: 2 },
    });
    expect(outcome.value).toMatchObject({
      unfinished: 1,
      report: { questions: 2, accuracy: { synthesis: 0.5 } },
    });
    expect(outcome.faults).toEqual([{ kind: 'question-empty' }]);
    const groups = messages.flatMap((message) =>
      message.kind === 'group' ? [[message.index, message.group.question.text]] : [],
    );
    expect(groups.sort()).toEqual([
      [0, '2 + 3?'],
      [1, '2 + 2?'],
    ]);
  });
});
