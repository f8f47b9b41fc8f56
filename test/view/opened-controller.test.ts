import { afterEach, expect, test, vi } from 'vitest';
import type { GroupId } from '../../src/base/id.ts';
import type { SettingsChange } from '../../src/run/settings.ts';
import type { GroupView } from '../../src/view/group-state.ts';
import { restoreGroup } from '../../src/view/group-state.ts';
import type { InHand } from '../../src/view/in-hand.ts';
import { takeInHand } from '../../src/view/in-hand.ts';
import { OpenedController } from '../../src/view/opened-controller.ts';
import { doneGroup } from '../kit/group.ts';
import { HandLab } from '../kit/lab.ts';

afterEach(() => vi.unstubAllGlobals());

const group = doneGroup({});

/** The page loaded anew with this in hand, over a lab that has these groups. */
function reloaded(change: SettingsChange, { groups = [group], type = 'reload', language = 'de' as string | null } = {}) {
  let leave = (): void => {};
  let shown: GroupView | null = null;
  let isUntouched = true;
  const inHand: InHand = { draft: { kind: 'verifiable', text: '2 + 3?', truth: '' } as InHand['draft'], change, group: group.id, ...(language === null ? {} : { language }) };
  const kept = new Map([['cat-lab.in-hand', JSON.stringify(inHand)]]);
  vi.stubGlobal('performance', { ...performance, getEntriesByType: () => [{ type }] });
  vi.stubGlobal('addEventListener', (_: string, hear: () => void) => (leave = hear));
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  const lab = new HandLab();
  lab.groups = groups;
  const done: unknown[] = [];
  const parts = {
    page: { want: (id: GroupId | null) => done.push(['want', id]) },
    draft: { write: () => done.push('draft'), now: inHand.draft, get isUntouched() { return isUntouched; } },
    set: { set: (settings: unknown) => done.push(['set', settings]), take: () => done.push('take'), change },
    model: { chat: 'nano' },
    pinned: () => false,
    shown: () => shown,
  };
  const host = { lab, addController: () => {} };
  const opened = new OpenedController(host as never, parts as never);
  opened.hostConnected();
  return {
    opened,
    done,
    /** What lies there for the next load, as the page goes with this in it. */
    left: (of: GroupView | null, untouched: boolean): unknown => {
      [shown, isUntouched] = [of, untouched];
      leave();
      const text = kept.get('cat-lab.in-hand');
      return text === undefined ? null : JSON.parse(text);
    },
  };
}

test('what was in hand comes back with the group, and its settings after those of the group', async () => {
  const { opened, done } = reloaded({ seed: 7 });
  expect(opened.goOn()).toBe(true);
  await Promise.resolve();
  opened.follow(restoreGroup(group, 0));
  expect(done).toEqual([['want', group.id], 'draft', 'take', ['set', { seed: 7 }]]);
});

test('the settings in hand come back where their group is gone, and change no group that is opened later', async () => {
  const { opened, done } = reloaded({ seed: 7 }, { groups: [] });
  opened.goOn();
  await vi.waitFor(() => expect(done).toEqual([['want', group.id], ['want', null], ['set', { seed: 7 }]]));
  opened.open('other' as GroupId);
  opened.follow(restoreGroup({ ...group, id: 'other' as GroupId }, 0));
  expect(done.slice(3)).toEqual([['want', 'other'], 'draft', 'take']);
});

test('loaded anew by a person it comes back too, and no language is said to have been chosen', () => {
  expect(reloaded({}, { language: null }).opened.goOn()).toBe(false);
  expect(reloaded({}, { type: 'navigate' }).opened.goOn()).toBe(false);
  expect(reloaded({}, { type: 'navigate' }).done).toEqual([]);
});

test('as the page goes, a question that was written or asked is kept for its next load, and a given one is not', () => {
  const { left } = reloaded({ seed: 7 }, { groups: [] });
  expect(left(null, true)).toBeNull();
  expect(left(null, false)).toMatchObject({ draft: { text: '2 + 3?' }, change: { seed: 7 }, group: null });
  const asked = reloaded({}).left(restoreGroup(group, 0), true);
  expect(asked).toMatchObject({ group: group.id });
  expect(asked).not.toHaveProperty('language');
});

test('what an older version left is taken over where it is sound, and nothing of what is no draft', () => {
  const draft = { text: 'Why?', truth: 7, kind: 'open', rubric: [{ criterion: 'Says so', points: 2 }, 'no'] };
  const taken = (found: unknown) => {
    reloaded({});
    sessionStorage.setItem('cat-lab.in-hand', JSON.stringify(found));
    return takeInHand();
  };
  expect(taken({ draft, change: { group: 4 }, group: 3, more: 1 })).toEqual({
    draft: { text: 'Why?', truth: null, kind: 'open', rubric: [{ criterion: 'Says so', points: 2 }] },
    change: { group: 4 },
    group: null,
  });
  expect(taken({ draft, change: { group: 'many' } })?.change).toEqual({});
  expect(taken({ draft, change: { sampling: 'hot' } })?.change).toEqual({});
  expect(taken({ draft: { text: 'Why?' } })).toBeNull();
  expect(taken([draft])).toBeNull();
});
