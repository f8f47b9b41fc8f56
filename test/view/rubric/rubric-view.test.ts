import { describe, expect, test } from 'vitest';
import type { Group } from '../../../src/group/group.ts';
import { callsLeft, judgesItself } from '../../../src/run/judging.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { replay } from '../../../src/run/replay.ts';
import { announce } from '../../../src/view/announce.ts';
import { stepOf } from '../../../src/view/rubric/rubric-keys.ts';
import { rubricView } from '../../../src/view/rubric/rubric-view.ts';
import { secondsLeft } from '../../../src/view/rubric/seconds-left.ts';
import { fold, initialState } from '../../../src/view/state.ts';
import type { PageState } from '../../../src/view/state.ts';
import { say } from '../../../src/view/text/current.ts';
import { openSentence, openVerdict } from '../../../src/view/verdict/verdict-open.ts';
import { openScene, scored, verdict } from '../../kit/open-scene.ts';

const play = (group: Group): PageState =>
  [...replay(group)].reduce((state, event) => fold(state, event, 0), initialState);
const viewOf = (group: Group) => play(group).group!;

describe('the table of a rubric', () => {
  test('has a cell for each criterion and answer, also where nothing was judged', async () => {
    const view = rubricView(viewOf(await openScene({ criteria: ['A.', 'B.'], verdicts: ['yn.', 'uy.'] })))!;
    expect(view.columns).toEqual([0, 1, 2]);
    expect(view.rows.map((row) => row.map((cell) => cell?.value))).toEqual([
      ['yes', 'no', 'missing'],
      ['unreadable', 'yes', 'missing'],
    ]);
    expect(view.totals).toEqual({ yes: 2, no: 1, unreadable: 1, missing: 2, overruled: 0 });
  });

  test('has the synthesis only where the data set brought criteria, which alone judge it', async () => {
    const group = await openScene({
      criteria: ['A.'],
      given: [{ criterion: 'B.', points: 5 }],
      verdicts: ['y', 'n'],
      synthesisVerdicts: 'y',
    });
    const view = rubricView(viewOf(group))!;
    expect(view.columns).toEqual([0, 'synthesis']);
    expect(view.rows.map((row) => row.map((cell) => cell?.value ?? null))).toEqual([
      ['yes', null],
      ['no', 'yes'],
    ]);
    expect(view.scores).toMatchObject({ rewards: [1], given: [0], givenSynthesis: 1 });
  });

  test('says how many of several verdicts agree, and counts a tie as no', async () => {
    const more = [verdict(0, 0, 'no', { repeat: 1 }), verdict(0, 1, 'yes', { repeat: 1 })];
    const [row = []] = rubricView(
      viewOf(await openScene({ criteria: ['A.'], verdicts: ['yyu'], more })),
    )!.rows;
    expect(row.map((cell) => cell?.agreement)).toEqual([{ same: 1, of: 2 }, { same: 2, of: 2 }, null]);
    expect(row.map((cell) => [cell?.value, cell?.tied])).toEqual([
      ['no', true],
      ['yes', false],
      ['unreadable', false],
    ]);
  });

  test('counts no cell of a criterion that is switched off', async () => {
    const off = { text: 'A.', weight: 1, source: 'proposed' as const, off: true as const };
    const view = rubricView(viewOf(await openScene({ criteria: [off, 'B.'], verdicts: ['u', 'y'] })))!;
    expect(view.totals).toMatchObject({ yes: 1, unreadable: 0 });
  });
});

describe('a judge', () => {
  test('is independent only where its weights wrote neither answers nor synthesis', async () => {
    const { recipe } = await openScene({});
    expect(judgesItself(recipe)).toBe(true);
    expect(judgesItself({ ...recipe, judge: { ...recipe.judge, revision: 'a'.repeat(64) } })).toBe(false);
  });

  test('has as many calls left as pairs lack verdicts, of answers that have a text', async () => {
    const group = await openScene({
      criteria: ['A.', 'B.'],
      verdicts: ['y.', 'n.'],
      rollouts: [{ text: 'One.' }, { text: 'Two.' }],
    });
    const [rubric] = group.evidence.filter((piece) => piece.kind === 'rubric');
    const verdicts = group.evidence.filter((piece) => piece.kind === 'verdict');
    expect(callsLeft(viewOf(group), rubric!, verdicts, 1)).toBe(2);
    expect(callsLeft(viewOf(group), rubric!, verdicts, 2)).toBe(6);
  });
});

describe('the keys of the table', () => {
  const cell = {};
  const rows = [
    [cell, cell, null],
    [cell, cell, cell],
  ];
  const press = (key: string, row: number, column: number, ctrlKey = false) => {
    const event = { key, ctrlKey, metaKey: false, altKey: false };
    const to = stepOf(event, { row, column }, rows);
    return to === null ? null : [to.row, to.column];
  };

  test('go as they look where rows run from right to left', () => {
    const event = { key: 'ArrowLeft', ctrlKey: false, metaKey: false, altKey: false };
    expect(stepOf(event, { row: 1, column: 0 }, rows, true)).toEqual({ row: 1, column: 1 });
  });

  test.each<[string, [number, number], [number, number]]>([
    ['ArrowRight', [1, 1], [1, 2]],
    ['ArrowRight', [0, 1], [0, 1]],
    ['ArrowUp', [1, 2], [1, 2]],
    ['ArrowDown', [0, 0], [1, 0]],
    ['ArrowLeft', [0, 0], [0, 0]],
    ['Home', [1, 2], [1, 0]],
    ['End', [0, 0], [0, 1]],
  ])('%s leads from %j to %j', (key, from, to) => {
    expect(press(key, ...from)).toEqual(to);
  });

  test('with Ctrl lead to the first and the last row, and others lead nowhere', () => {
    expect(press('Home', 1, 2, true)).toEqual([0, 0]);
    expect(press('End', 0, 0, true)).toEqual([1, 2]);
    expect(press('a', 0, 0)).toBeNull();
    expect(press('ArrowRight', 0, 0, true)).toBeNull();
  });
});

describe('the time that is left', () => {
  test('is told by the calls that were made since the job began, not by those found', async () => {
    const group = await openScene({ verdicts: [] });
    const { id: groupId } = group;
    const told = (done: number): RunEvent => ({
      ...{ kind: 'assessing', groupId, job: 'verdicts', done, total: 64 },
    });
    let state = play(group);
    state = fold(state, told(4), 1000);
    expect(secondsLeft(state.group!.assessing!)).toBeNull();
    state = fold(state, told(12), 5000);
    expect(secondsLeft(state.group!.assessing!)).toBe(26);
    state = fold(state, { ...told(0), job: 'bestOfN', total: 1 } as RunEvent, 9000);
    expect(state.group!.assessing).toMatchObject({ since: 9000, from: 0 });
  });

  test('is in seconds, then in minutes', () => {
    expect(say.rubric.progress.left(0.2)).toBe('about 1 s left');
    expect(say.rubric.progress.left(150)).toBe('about 3 min left');
  });
});

describe('the verdict of an open question', () => {
  test('names the best answers and the lowest reward', async () => {
    expect(openVerdict([0.5, null, 1, 1])).toEqual({ mean: 2.5 / 3, best: [2, 3], most: 1, least: 0.5 });
    expect(openVerdict([null, null])).toBeNull();
    const group = await openScene({ criteria: ['A.', 'B.'], verdicts: ['yn', 'yy'] });
    expect(openSentence(viewOf(group))).toBe(
      'Answer 1 meets most: 1.00. The lowest reward is 0.50.',
    );
    const same = await openScene({ criteria: ['A.'], verdicts: ['yy'] });
    expect(openSentence(viewOf(same))).toBe('Every answer has the reward 1.00, so none stands out.');
  });

  test('is heard once the group is done, and then which rewards a change has moved', async () => {
    const group = await openScene({ criteria: ['A.', 'B.'], verdicts: ['yn', 'yy'] });
    const before = play(group);
    expect(announce(initialState, before)).toEqual([openSentence(before.group!)]);
    const changed = verdict(0, 1, 'no', { overruled: 'yes' });
    const after = await scored({
      ...group,
      evidence: group.evidence.map((piece) =>
        piece.kind === 'verdict' && piece.criterion === 0 && piece.rollout === 1 ? changed : piece,
      ),
    });
    const { id: groupId, evaluation } = after;
    const moved = [
      { kind: 'evidence', groupId, evidence: changed },
      { kind: 'evaluated', groupId, evaluation: evaluation! },
    ] satisfies RunEvent[];
    const now = moved.reduce<PageState>((state, event) => fold(state, event, 0), before);
    expect(announce(before, now)).toEqual(['Answer 2: reward 1.00, was 0.50.']);
  });
});
