import { describe, expect, test } from 'vitest';
import { createRunLocks } from '../../src/run/locks.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { answering, createLabKit } from './lab-kit.ts';
import type { LabKit } from './lab-kit.ts';
import { onlyRun, options } from './run-kit.ts';

describe('a run in another tab', () => {
  async function twoTabs(): Promise<{ first: LabKit; second: LabKit; written: string[] }> {
    const store = createMemoryStore();
    const locks = createRunLocks(undefined);
    const written: string[] = [];
    const watched = new Proxy<Store>(store, {
      get(target, name) {
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== 'function') return member;
        if (/^(put|finish)/.test(String(name))) written.push(String(name));
        return member;
      },
    });
    const first = await createLabKit({ store: watched, locks });
    // The locks of one page know no other page: this one sees them as another's.
    const elsewhere = { ...locks, own: () => new Set<string>() };
    return { first, second: await createLabKit({ store, locks: elsewhere }), written };
  }

  test('is seen and can be watched, and is locked', async () => {
    const { first, second } = await twoTabs();
    first.engine.script = answering(['2'], '2');
    first.lab.listen((event) => {
      if (event.kind === 'entry' && event.entry.index === 1) first.engine.script = null;
    });
    const running = first.lab.begin(options());
    await new Promise<void>((resolve) => {
      first.lab.listen((event) => {
        if (event.kind === 'run-progress' && event.done === 2) resolve();
      });
    });
    const { run, state, done } = await onlyRun(second);
    expect({ state, done }).toEqual({ state: 'elsewhere', done: 2 });
    const { entries = [] } = (await second.lab.entries(run.id)) ?? {};
    expect(entries.map(({ index }) => index)).toEqual([0, 1]);
    expect(await second.lab.resume(run.id)).toBeNull();
    expect(second.faults()).toEqual([{ kind: 'run-locked', run: run.id }]);
    expect(second.engine.calls).toEqual([]);
    first.lab.stop();
    await running;
    expect((await onlyRun(second)).state).toBe('paused');
  });

  test('can be taken over: it stops there at once, says so and writes nothing more', async () => {
    const { first, second, written } = await twoTabs();
    const stored = new Promise<void>((resolve) => {
      first.lab.listen(({ kind }) => kind === 'rollout-done' && resolve());
    });
    const running = first.lab.begin(options());
    const call = await first.engine.nextCall();
    call.answer(0, 'The answer is 2.');
    call.token(1, 'The');
    await stored;
    const kept = await onlyRun(second);
    second.engine.script = answering(['2', '3'], '3');
    let writes = -1;
    first.lab.listen((event) => {
      if (event.kind === 'fault' && event.fault.kind === 'run-taken') writes = written.length;
    });
    const report = await second.lab.resume(kept.run.id, { takeOver: true });
    await running;
    expect(first.faults()).toEqual([{ kind: 'run-taken', run: kept.run.id }]);
    expect(call.stopped).toBe(true);
    expect(written).toHaveLength(writes);
    expect(report?.questions).toBe(4);
    expect(await onlyRun(second)).toMatchObject({ state: 'done', done: 4 });
    const groups = await second.store.groupsOf(kept.run.id);
    expect(groups.map(({ status }) => status)).toEqual(Array(4).fill('done'));
    // The first tab's ended rollout stands.
    const texts = groups.flatMap(({ rollouts }) => rollouts.map(({ text }) => text));
    expect(texts.filter((text) => text === 'The answer is 2.')).toHaveLength(1);
  });
});
