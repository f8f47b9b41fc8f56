import { describe, expect, test } from 'vitest';
import { row } from '../../bench/row.ts';
import type { Fault } from '../../src/base/fault.ts';
import { measureDevice } from '../../src/run/measure-device.ts';
import type { DeviceTable, MeasureOptions } from '../../src/run/measure-device.ts';
import { measuredTokens } from '../../src/run/measure-plan.ts';
import { measuredRows } from '../../src/run/measure-rows.ts';
import { timeGroup } from '../../src/run/time-group.ts';
import { ScriptedEngine } from '../kit/engine.ts';
import { createLabKit } from './lab-kit.ts';

const long = 'word '.repeat(measuredTokens).trim();
const gpu = { slots: 8, device: 'software-gpu', decoding: 'batch' } as const;

/** Each look at it is a millisecond later. */
const ticking = (): (() => number) => {
  let at = 0;
  return () => ++at;
};

const measure = (
  engine: ScriptedEngine,
  options: MeasureOptions = {},
): ReturnType<typeof measureDevice> => measureDevice(engine, { now: ticking(), ...options });

const tableOf = async (engine: ScriptedEngine): Promise<DeviceTable> => {
  const measured = await measure(engine);
  if (measured?.ok !== true) throw new Error('not measured');
  return measured.value;
};

describe('the time of one group', () => {
  test('counts what was decoded once all answers had begun, and the prompts up to then', async () => {
    const engine = new ScriptedEngine();
    let at = 0;
    const messages = [{ role: 'user', content: 'four words of prompt' }] as const;
    const timing = timeGroup(engine, 2, { messages, tokens: 3, seed: 1, now: () => at });
    const call = await engine.nextCall();
    const tell = async (milliseconds: number, told: () => void): Promise<void> => {
      at = milliseconds;
      told();
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    };
    await tell(100, () => call.token(0, 'a'));
    await tell(150, () => call.token(0, 'b'));
    await tell(200, () => call.token(1, 'a'));
    await tell(300, () => {
      call.token(0, 'c');
      call.token(1, 'b');
    });
    await tell(400, () => call.token(1, 'c'));
    await tell(400, () => {
      call.end(0);
      call.end(1);
    });
    // Three tokens in the 200 ms after both had begun; eight prompt tokens in the 200 ms before.
    const speed = { decode: 15, prefill: 40, firstToken: 0.1 };
    expect(await timing).toEqual({ ok: true, value: { kind: 'timed', speed } });
  });

  test('is not known where an answer ended before it had its tokens', async () => {
    const engine = new ScriptedEngine();
    engine.script = (_request, index) => (index === 1 ? 'word' : 'word word word');
    const timed = await timeGroup(engine, 2, { messages: [], tokens: 3, seed: 1 });
    expect(timed).toEqual({ ok: true, value: { kind: 'short' } });
  });
});

describe('measuring this device', () => {
  test('times 1, 4 and 8 answers with 16 tokens on a software adapter', async () => {
    const engine = new ScriptedEngine({ capabilities: gpu });
    engine.script = () => long;
    const table = await tableOf(engine);
    expect(table.rows.map(({ group }) => group)).toEqual([1, 4, 8]);
    expect(table).toMatchObject({ tokens: 16, slots: 8, leftOut: [], decoding: 'batch' });
    for (const { requests } of engine.calls) {
      for (const { sampling } of requests) expect(sampling.maxTokens).toBe(16);
    }
    // Each round takes one at a time and the group in turn.
    const sizes = engine.calls.map(({ requests }) => requests.length);
    expect(sizes.slice(-6)).toEqual([1, 8, 1, 8, 1, 8]);
    expect(table.rows.every((one) => Math.abs(one.step * one.decode - 1000 * one.group) < 1e-6)).toBe(true);
  });

  test('times up to 32 answers on a graphics processor, and leaves out what has no room at once', async () => {
    const engine = new ScriptedEngine({ capabilities: { ...gpu, device: 'gpu', slots: 16 } });
    engine.script = () => long;
    const table = await tableOf(engine);
    expect(table.rows.map(({ group }) => group)).toEqual([1, 2, 4, 8, 16]);
    expect(table.leftOut).toEqual([32]);
  });

  test('tries another seed where an answer ends too early', async () => {
    const engine = new ScriptedEngine({ capabilities: gpu });
    engine.script = ({ seed }) => (seed === 1 ? 'too short' : long);
    expect((await tableOf(engine)).rows).toHaveLength(3);
  });

  test('says so where every answer ends too early', async () => {
    const engine = new ScriptedEngine({ capabilities: gpu });
    engine.script = () => 'too short';
    expect(await measure(engine)).toMatchObject({ ok: false, fault: { kind: 'engine-failed' } });
  });

  test('tells how far it is, and what it is at', async () => {
    const engine = new ScriptedEngine({ capabilities: gpu });
    engine.script = () => long;
    const told: string[] = [];
    await measure(engine, { onProgress: ({ done, all, group }) => told.push(`${done}/${all} ${group}`) });
    expect([told[0], told[1], told.at(-1)]).toEqual(['0/16 1', '1/16 1', '16/16 8']);
  });

  test('ends at Stop without a table, and stops what the engine does', async () => {
    const engine = new ScriptedEngine({ capabilities: gpu });
    const stop = new AbortController();
    const measuring = measure(engine, { signal: stop.signal });
    const call = await engine.nextCall();
    call.token(0, 'word');
    stop.abort();
    expect(await measuring).toBeNull();
    expect(call.isOpen(0)).toBe(false);
    expect(engine.calls).toHaveLength(1);
  });

  test('ends with the fault of an engine that dies', async () => {
    const engine = new ScriptedEngine({ capabilities: gpu });
    const fault: Fault = { kind: 'device-lost', reason: 'it fell' };
    engine.script = () => fault;
    expect(await measure(engine)).toEqual({ ok: false, fault });
  });

  test('needs a model', async () => {
    const engine = new ScriptedEngine({ loaded: false });
    expect(await measure(engine)).toMatchObject({ ok: false, fault: { kind: 'not-loaded' } });
  });

  test('gives rows as the bench prints them', async () => {
    const engine = new ScriptedEngine({ capabilities: gpu });
    engine.script = () => long;
    const table = await tableOf(engine);
    const [one, , eight] = table.rows;
    const rows = measuredRows(table);
    expect(rows).toHaveLength(12);
    expect(rows.find(({ group, metric }) => group === 8 && metric === 'step')).toEqual(
      row({
        ...{ suite: 'webllm', engine: 'webllm', group: 8, metric: 'step', unit: 'ms' },
        name: 'a step of 8, against a step of one',
        ours: eight!.step,
        against: one!.step,
        better: 'less',
      }),
    );
  });
});

describe('a lab', () => {
  test('measures what it has loaded, and asking for something ends it', async () => {
    const { lab, engine } = await createLabKit();
    const measuring = lab.measure();
    await engine.nextCall();
    lab.stop();
    expect(await measuring).toBeNull();
    engine.script = () => long;
    expect((await lab.measure({ now: ticking() }))?.rows).toHaveLength(4);
  });

  test('tells the fault that ended a measurement', async () => {
    const { lab, engine, faults } = await createLabKit();
    engine.script = () => ({ kind: 'device-lost', reason: 'it fell' });
    expect(await lab.measure()).toBeNull();
    expect(faults()).toEqual([{ kind: 'device-lost', reason: 'it fell' }]);
  });
});
