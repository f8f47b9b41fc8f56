import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/base/fault.ts';
import type { RunId } from '../../src/base/id.ts';
import { createLateLab } from '../../src/run/late-lab.ts';
import type { Lab } from '../../src/run/lab.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import type { RunEvent } from '../../src/run/event.ts';
import { createFaultBell } from '../../src/store/bell.ts';
import { createFallbackStore } from '../../src/store/fallback.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { defaultSettings } from '../../src/run/settings.ts';
import { loadedModel, HandLab, nanoSpec } from '../kit/lab.ts';
import { createLabKit, question, settings } from './lab-kit.ts';

interface Late {
  readonly lab: Lab;
  readonly inner: HandLab;
  readonly events: RunEvent[];
  /** Calls of what fetches the lab. */
  readonly fetches: { readonly come: () => void; readonly fail: (error: Error) => void }[];
}

function late(store: Store = createMemoryStore()): Late {
  const inner = new HandLab();
  const fetches: { come: () => void; fail: (error: Error) => void }[] = [];
  const fetchLab = (): Promise<Lab> =>
    new Promise((resolve, reject) => fetches.push({ come: () => resolve(inner), fail: reject }));
  const lab = createLateLab({ store, locks: createRunLocks(undefined), fetchLab });
  const events: RunEvent[] = [];
  lab.listen((event) => events.push(event));
  return { lab, inner, events, fetches };
}

const faultsOf = (events: readonly RunEvent[]): Fault[] =>
  events.flatMap((event) => (event.kind === 'fault' ? [event.fault] : []));

describe('a lab whose work is fetched late', () => {
  test('lists what was kept without fetching anything', async () => {
    const { lab: earlier, store, engine } = await createLabKit();
    const asked = earlier.ask(question('2 + 3?'), settings());
    await engine.nextCall();
    earlier.stop();
    await asked;
    const { lab, fetches } = late(store);
    expect(await lab.history(5)).toMatchObject([{ question: '2 + 3?', status: 'stopped' }]);
    expect(lab.loaded('policy')).toBeNull();
    expect(lab.recipe(defaultSettings('nano'), 'verifiable')).toBeNull();
    expect(fetches).toEqual([]);
  });

  test('lists the experiments that were kept, and opens one, without fetching anything', async () => {
    const { lab: earlier, store, engine } = await createLabKit();
    const items = [{ question: question('2 + 3?'), tags: [] }];
    const begun = earlier.begin({ set: 'sums', items, settings: settings(), name: 'a first run' });
    await engine.nextCall();
    earlier.stop();
    await begun;
    const { lab, fetches } = late(store);
    const [summary] = await lab.experiments();
    expect(summary).toMatchObject({ set: 'sums', planned: 1, done: 0, state: 'paused' });
    expect(await lab.entries(summary!.run.id)).toMatchObject({ plan: { items }, entries: [] });
    expect(await lab.entries('none-such' as RunId)).toBeNull();
    expect(fetches).toEqual([]);
  });

  test('fetches it once, keeps the order of what was asked, and tells its events', async () => {
    const { lab, inner, events, fetches } = late();
    const loading = lab.load(nanoSpec);
    void lab.ask(question('2 + 3?'), settings());
    expect(events).toEqual([
      { kind: 'model-progress', model: 'nano', progress: { stage: 'start' } },
    ]);
    fetches[0]!.come();
    expect(await loading).toBe(true);
    expect(fetches).toHaveLength(1);
    expect([inner.loads.length, inner.asked.length]).toEqual([1, 1]);
    inner.ready(loadedModel());
    expect(events.at(-1)).toMatchObject({ kind: 'model-ready' });
    expect(lab.loaded('policy')).toEqual(loadedModel());
    expect(lab.recipe(defaultSettings('nano'), 'open')?.judging).toBeDefined();
  });

  test('does not begin what was stopped before it came', async () => {
    const { lab, inner, fetches } = late();
    const asked = lab.ask(question('2 + 3?'), settings());
    lab.stop();
    fetches[0]!.come();
    expect(await asked).toBeNull();
    expect(inner.asked).toEqual([]);
  });

  test('says where it could not be fetched, and tries again with the next call', async () => {
    const { lab, inner, events, fetches } = late();
    const loading = lab.load(nanoSpec);
    fetches[0]!.fail(new Error('no connection'));
    expect(await loading).toBe(false);
    expect(faultsOf(events)).toEqual([{ kind: 'part-missing', reason: 'no connection' }]);
    const again = lab.load(nanoSpec);
    fetches[1]!.come();
    expect(await again).toBe(true);
    expect(inner.loads).toHaveLength(1);
  });

  test('tells what is wrong with the store at once, and once only', async () => {
    const bell = createFaultBell();
    const { lab, inner, events, fetches } = late(createFallbackStore(createMemoryStore(), bell));
    bell.tell({ kind: 'storage-denied', reason: 'private window' });
    expect(faultsOf(events)).toHaveLength(1);
    const loading = lab.load(nanoSpec);
    fetches[0]!.come();
    await loading;
    // From here on the lab hears the store itself.
    inner.fault({ kind: 'storage-full', reason: 'disk' });
    expect(faultsOf(events).map(({ kind }) => kind)).toEqual(['storage-denied', 'storage-full']);
  });
});
