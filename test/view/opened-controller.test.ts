import { afterEach, expect, test, vi } from 'vitest';
import type { GroupId } from '../../src/base/id.ts';
import type { SettingsChange } from '../../src/run/settings.ts';
import { restoreGroup } from '../../src/view/group-state.ts';
import type { InHand } from '../../src/view/in-hand.ts';
import { OpenedController } from '../../src/view/opened-controller.ts';
import { doneGroup } from '../kit/group.ts';
import { HandLab } from '../kit/lab.ts';

afterEach(() => vi.unstubAllGlobals());

const group = doneGroup({});

/** The page loaded anew with this in hand, over a lab that has these groups. */
function reloaded(change: SettingsChange, groups = [group]) {
  const inHand: InHand = { draft: { kind: 'verifiable', text: '2 + 3?', truth: '' } as InHand['draft'], change, group: group.id };
  const kept = new Map([['cat-lab.in-hand', JSON.stringify(inHand)]]);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
  });
  const lab = new HandLab();
  lab.groups = groups;
  const done: unknown[] = [];
  const parts = {
    page: { want: (id: GroupId | null) => done.push(['want', id]) },
    draft: { write: () => done.push('draft') },
    set: { set: (settings: unknown) => done.push(['set', settings]), take: () => done.push('take') },
    model: { chat: 'nano' },
    pinned: () => false,
  };
  const host = { lab, addController: () => {} };
  return { opened: new OpenedController(host as never, parts as never), done };
}

test('what was in hand comes back with the group, and its settings after those of the group', async () => {
  const { opened, done } = reloaded({ seed: 7 });
  expect(opened.goOn()).toBe(true);
  await Promise.resolve();
  opened.follow(restoreGroup(group, 0));
  expect(done).toEqual([['want', group.id], 'draft', 'take', ['set', { seed: 7 }]]);
});

test('the settings in hand come back where their group is gone, and change no group that is opened later', async () => {
  const { opened, done } = reloaded({ seed: 7 }, []);
  opened.goOn();
  await vi.waitFor(() => expect(done).toEqual([['want', group.id], ['want', null], ['set', { seed: 7 }]]));
  opened.open('other' as GroupId);
  opened.follow(restoreGroup({ ...group, id: 'other' as GroupId }, 0));
  expect(done.slice(3)).toEqual([['want', 'other'], 'draft', 'take']);
});
