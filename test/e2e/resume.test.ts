import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import type { Fault } from '../../src/base/fault.ts';
import type { RunId } from '../../src/base/id.ts';
import type { SetItem } from '../../src/question/set/item.ts';
import { problems } from '../../src/question/world/problems.ts';
import type {
  CommandMessage,
  CommandOutcome,
  CommandSurface,
} from '../../src/run/command.ts';
import { openKillable } from '../kit/killable.ts';
import { useWatch } from '../kit/watch.ts';

const watch = useWatch();
const KILLS = 10;
/** Questions, and rollouts of each. */
const PLANNED = 12;
const G = 2;
/** A kill comes after so many events of a sitting at most: in all fewer than the run has tokens. */
const MOST_EVENTS = 150;

const stream = problems({ seed: 31, level: 'easy', split: 'heldout' });
const items: readonly SetItem[] = Array.from({ length: PLANNED }, () => {
  const { question: text, answer: truth } = stream.next().value;
  return { question: { kind: 'verifiable', text, truth }, tags: [] };
});

type Called = {
  [K in keyof CommandSurface]: Awaited<ReturnType<CommandSurface[K]>>;
};

/** A call of the page's surface, with what it was given. */
const call = <K extends 'load' | 'begin' | 'resume' | 'experiments' | 'entries'>(
  page: Page,
  name: K,
  argument?: Parameters<CommandSurface[K]>[0],
): Promise<Called[K]> =>
  page.evaluate(
    ([method, given]) => {
      const surface = globalThis.catLab as unknown as Record<string, (a: unknown) => unknown>;
      return surface[method]?.(given) as never;
    },
    [name, argument] as const,
  );

/** All records of a store of the page's database, as they lie there. */
const recordsOf = (page: Page, store: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('cat-lab');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => resolve(asked.result as Record<string, unknown>[]);
          asked.onerror = () => reject(asked.error);
          opening.result.close();
        };
      }),
    store,
  );

const valueOf = <T>({ value, faults }: CommandOutcome<T>): T => {
  expect(faults).toEqual([]);
  expect(value).not.toBeNull();
  return value as T;
};

test(
  'a run whose browser is killed ten times ends with exactly what was planned, each group once',
  { timeout: 1_200_000 },
  async () => {
    const profile = await mkdtemp(path.join(tmpdir(), 'cat-lab-killed-'));
    onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    const random = createRandom(7);
    const faults: Fault[] = [];
    /** Entries that a page was told of: written, so never to be lost. */
    const told = new Map<number, string>();
    let heard: () => void = () => {};

    const open = async () => {
      const browser = await openKillable(profile, watch, { origins: [new URL(inject('appUrl')).origin] });
      onTestFinished(() => browser.kill());
      const { page } = browser;
      await page.exposeFunction('catLabReport', ({ event }: { event?: Extract<CommandMessage, { kind: 'event' }>['event'] }) => {
        if (event?.kind === 'fault') faults.push(event.fault);
        if (event?.kind === 'entry') told.set(event.entry.index, event.entry.groupId);
        heard();
      });
      await page.goto(`${inject('appUrl')}?command&gpu=never`);
      await page.waitForFunction(() => globalThis.catLab !== undefined);
      valueOf(await call(page, 'load', { model: 'nano', engine: 'wllama' }));
      return browser;
    };
    /** The one run: where it stands, and that nothing of it was lost. */
    const standing = async (page: Page): Promise<RunId> => {
      const [summary, ...others] = valueOf(await call(page, 'experiments'));
      expect(others).toEqual([]);
      expect(summary).toMatchObject({ planned: PLANNED, missed: 0, state: 'paused' });
      const { entries } = valueOf(await call(page, 'entries', summary!.run.id));
      const kept = new Map(entries.map(({ index, groupId }) => [index, groupId as string]));
      expect(kept.size).toBe(summary!.done);
      for (const [index, group] of told) expect(kept.get(index)).toBe(group);
      return summary!.run.id;
    };

    for (let kill = 0; kill < KILLS; kill++) {
      const { page, kill: killNow } = await open();
      const isFirst = kill === 0;
      // The first one lives until the run has begun.
      let left = Math.floor(random.next() * MOST_EVENTS) + (isFirst ? 2 : 0);
      const moment = new Promise<void>((resolve) => {
        heard = () => {
          if (left-- <= 0) resolve();
        };
      });
      const settings = { group: G, equalCompute: false, seed: 5 };
      const working = isFirst
        ? call(page, 'begin', { set: 'twelve', items, settings, tokens: true })
        : call(page, 'resume', { run: await standing(page), tokens: true });
      const ended = working.then(
        () => 'ended',
        () => 'killed',
      );
      expect(await Promise.race([ended, moment])).not.toBe('ended');
      await killNow();
      expect(await ended).toBe('killed');
    }

    const { page, kill: end } = await open();
    const run = await standing(page);
    expect(valueOf(await call(page, 'resume', { run })).questions).toBe(PLANNED);
    const { plan, entries, missed } = valueOf(await call(page, 'entries', run));
    expect(faults).toEqual([]);
    expect(missed).toEqual([]);
    expect(plan.items).toEqual(items);
    expect(entries.map(({ index }) => index)).toEqual(items.map((_, index) => index));

    const groups = await recordsOf(page, 'groups');
    const ids = groups.map(({ id }) => id);
    expect(new Set(entries.map(({ groupId }) => groupId))).toEqual(new Set(ids));
    expect(ids).toHaveLength(PLANNED);
    expect(groups.every(({ status, runId }) => status === 'done' && runId === run)).toBe(true);
    const questionOf = new Map(groups.map(({ id, question }) => [id, question]));
    for (const { index, groupId } of entries) {
      expect(questionOf.get(groupId)).toEqual(items[index]?.question);
    }
    const rollouts = await recordsOf(page, 'rollouts');
    expect(rollouts.map(({ groupId, index }) => `${String(groupId)} ${String(index)}`).sort()).toEqual(
      ids.flatMap((id) => [0, 1].map((index) => `${String(id)} ${index}`)).sort(),
    );
    for (const { stop, tokens, logprobs } of rollouts) {
      expect(['end', 'length']).toContain(stop);
      expect(logprobs).toHaveLength(tokens as number);
    }
    const syntheses = await recordsOf(page, 'syntheses');
    expect(syntheses.map(({ groupId }) => groupId).sort()).toEqual([...ids].sort());
    expect(await recordsOf(page, 'plans')).toMatchObject([{ runId: run, planned: PLANNED, done: PLANNED }]);
    expect(await recordsOf(page, 'runs')).toHaveLength(1);
    await end();
  },
);
