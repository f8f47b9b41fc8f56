/** What every store keeps to: one suite, run on each. */
import { beforeEach, expect, test } from 'vitest';
import type { GroupId, QuestionHash, RecipeHash, RunId } from '../../src/base/id.ts';
import { evidenceKey } from '../../src/group/evidence.ts';
import type { Group } from '../../src/group/group.ts';
import { NOTHING_REMOVED } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { keepsRuns } from './conformance-runs.ts';
import {
  begun,
  done,
  evaluation,
  recipe,
  rollout,
  rubric,
  selection,
  synthesis,
  verdict,
} from './samples.ts';

const idOf = (name: string): GroupId => `group-${name}` as GroupId;

async function write(store: Store, group: Group): Promise<void> {
  await store.putRun({ id: group.runId, name: group.question.text, createdAt: group.createdAt });
  await store.putGroup(group);
}

export function conformsToStore(make: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await make();
  });

  test('a group written part by part comes back whole', async () => {
    await write(store, begun('a'));
    await store.putRollout(idOf('a'), rollout(1));
    await store.putRollout(idOf('a'), rollout(0));
    await store.putSynthesis(idOf('a'), synthesis);
    await store.finishGroup(idOf('a'), 'done', evaluation, []);

    expect(await store.group(idOf('a'))).toEqual(done('a'));
  });

  test('a group is there before its first token, and each rollout once it has ended', async () => {
    await write(store, begun('a'));
    expect(await store.group(idOf('a'))).toEqual(begun('a'));
    await store.putRollout(idOf('a'), rollout(1));
    expect((await store.group(idOf('a')))?.rollouts).toEqual([rollout(1)]);
  });

  test('a rollout of the same index takes the place of the first', async () => {
    await write(store, begun('a', { rollouts: [rollout(0, { stop: 'aborted' }), rollout(1)] }));
    await store.putRollout(idOf('a'), rollout(0, { text: 'again' }));
    const group = await store.group(idOf('a'));
    expect(group?.rollouts).toEqual([rollout(0, { text: 'again' }), rollout(1)]);
  });

  test('evidence comes back as it was written, and the same piece again takes the place of the first', async () => {
    await write(store, begun('a'));
    await store.putEvidence(idOf('a'), rubric);
    await store.putEvidence(idOf('a'), verdict(0));
    await store.putEvidence(idOf('a'), verdict(1));
    await store.putEvidence(idOf('a'), selection);
    await store.putEvidence(idOf('a'), verdict(0, { overruled: 'no' }));
    const { evidence = [] } = (await store.group(idOf('a'))) ?? {};
    const sorted = [...evidence].sort((a, b) => (evidenceKey(a) < evidenceKey(b) ? -1 : 1));
    expect(sorted).toEqual([rubric, selection, verdict(0, { overruled: 'no' }), verdict(1)]);
  });

  test('an open group comes back whole, with the rubric that it brought and its scores', async () => {
    const question = {
      kind: 'open' as const,
      text: 'Question a?',
      rubric: [{ criterion: 'Names the cause.', points: -3 }],
    };
    const open = done('a', {
      question,
      recipe: {
        ...recipe,
        judging: { repeats: 3, permute: true },
        assessPrompts: { propose: 'p', verdict: 'v', verdictAnswerFirst: 'a' },
      },
      evidence: [rubric, verdict(0, { place: 4 })],
      evaluation: {
        ...evaluation,
        rubric: {
          rewards: [0.5, null],
          counts: [
            { yes: 1, no: 1, unreadable: 0, missing: 0 },
            { yes: 0, no: 0, unreadable: 0, missing: 2 },
          ],
          agreement: null,
          ties: 0,
          unreadable: 0,
          given: [null, -0.5],
          givenSynthesis: null,
        },
      },
      faults: [{ kind: 'no-criteria', attempts: 2 }],
    });
    await write(store, open);
    expect(await store.group(idOf('a'))).toEqual(open);
  });

  test('a rubric drops the verdicts on criteria whose words it changes, and no others', async () => {
    const second = { text: 'Says why.', weight: 1, source: 'proposed' as const };
    const criteria = [...rubric.criteria, second];
    await write(store, done('a', { evidence: [{ ...rubric, criteria }, verdict(0), verdict(1)] }));
    const edited = { ...rubric, criteria: criteria.with(1, { ...second, text: 'Says how.' }) };
    await store.putEvidence(idOf('a'), edited);
    const { evidence = [] } = (await store.group(idOf('a'))) ?? {};
    const sorted = [...evidence].sort((a, b) => (evidenceKey(a) < evidenceKey(b) ? -1 : 1));
    expect(sorted).toEqual([edited, verdict(0)]);
  });

  test('verdicts follow their criterion where one before it is taken away', async () => {
    const second = { text: 'Says why.', weight: 1, source: 'written' as const };
    const third = { ...second, text: 'Says how.' };
    const criteria = [...rubric.criteria, second, third];
    const verdicts = [0, 1, 2].map((at) => verdict(at));
    await write(store, done('a', { evidence: [{ ...rubric, criteria }, ...verdicts] }));
    const shorter = { ...rubric, criteria: [...rubric.criteria, third] };
    await store.putEvidence(idOf('a'), shorter);
    const { evidence = [] } = (await store.group(idOf('a'))) ?? {};
    const sorted = [...evidence].sort((a, b) => (evidenceKey(a) < evidenceKey(b) ? -1 : 1));
    expect(sorted).toEqual([shorter, verdict(0), { ...verdict(2), criterion: 1 }]);
  });

  test('evidence goes with its group and comes back with it', async () => {
    await write(store, done('a', { evidence: [selection] }));
    const removed = await store.remove({ group: idOf('a') });
    await write(store, begun('a'));
    expect((await store.group(idOf('a')))?.evidence).toEqual([]);
    await store.restore(removed);
    expect((await store.group(idOf('a')))?.evidence).toEqual([selection]);
  });

  test('a group written again leaves nothing of what it was', async () => {
    await write(store, done('a', { evidence: [rubric] }));
    await store.putGroup(begun('a', { rollouts: [rollout(1)] }));
    expect(await store.group(idOf('a'))).toEqual(begun('a', { rollouts: [rollout(1)] }));
  });

  test('a group ends with its faults, and without an evaluation where there is none', async () => {
    await write(store, done('a'));
    const fault = { kind: 'worker-died', engine: 'wllama', reason: 'trap' } as const;
    await store.finishGroup(idOf('a'), 'failed', null, [fault]);
    const group = await store.group(idOf('a'));
    expect(group?.status).toBe('failed');
    expect(group?.faults).toEqual([fault]);
    expect(group).not.toHaveProperty('evaluation');
  });

  test('a group that is not there is null', async () => {
    expect(await store.group(idOf('nowhere'))).toBeNull();
  });

  test('parts written to a removed group do not bring it back', async () => {
    await write(store, begun('a'));
    await store.remove({ group: idOf('a') });
    await store.putRollout(idOf('a'), rollout(0));
    await store.putSynthesis(idOf('a'), synthesis);
    await store.putEvidence(idOf('a'), selection);
    await store.finishGroup(idOf('a'), 'stopped', null, []);
    expect(await store.group(idOf('a'))).toBeNull();
    await write(store, begun('a'));
    expect((await store.group(idOf('a')))?.rollouts).toEqual([]);
  });

  test('the same work finds its newest finished group and no other', async () => {
    const work = { questionHash: 'q' as QuestionHash };
    await write(store, done('old', { ...work, createdAt: 1 }));
    await write(store, done('new', { ...work, createdAt: 2 }));
    await write(store, begun('running', { ...work, createdAt: 3 }));
    await write(store, done('other', { questionHash: 'p' as QuestionHash, createdAt: 4 }));
    await write(store, done('recipe', { ...work, recipeHash: 'r' as RecipeHash, createdAt: 5 }));

    const found = await store.findGroup('recipe' as RecipeHash, work.questionHash);
    expect(found).toEqual(done('new', { ...work, createdAt: 2 }));
    expect(await store.findGroup('recipe' as RecipeHash, 'none' as QuestionHash)).toBeNull();
  });

  test('the same work finds its newest unfinished group', async () => {
    const work = { questionHash: 'q' as QuestionHash };
    await write(store, begun('first', { ...work, status: 'failed', createdAt: 1 }));
    await write(store, begun('second', { ...work, status: 'stopped', createdAt: 2 }));
    await write(store, done('done', { ...work, createdAt: 3 }));
    const found = await store.findUnfinished('recipe' as RecipeHash, work.questionHash);
    expect(found?.id).toBe(idOf('second'));
  });

  test('the same work finds the newest group that fits', async () => {
    const work = { questionHash: 'q' as QuestionHash };
    await write(store, done('old', { ...work, createdAt: 1, evidence: [selection] }));
    await write(store, done('new', { ...work, createdAt: 2 }));
    await write(store, begun('left', { ...work, status: 'stopped', createdAt: 3 }));
    const hasChoice = (group: Group): boolean => group.evidence.length > 0;
    const found = await store.findGroup('recipe' as RecipeHash, work.questionHash, hasChoice);
    expect(found?.id).toBe(idOf('old'));
    expect(
      await store.findUnfinished('recipe' as RecipeHash, work.questionHash, hasChoice),
    ).toBeNull();
  });

  test('the list is newest first, and no longer than asked', async () => {
    for (const [at, name] of ['a', 'b', 'c'].entries()) {
      await write(store, done(name, { createdAt: at }));
    }
    expect((await store.list(2)).map((one) => one.id)).toEqual([idOf('c'), idOf('b')]);
    expect(await store.list(0)).toEqual([]);
  });

  test('a line of the list says what the group came to', async () => {
    await write(store, done('a'));
    expect(await store.list(10)).toEqual([
      {
        id: idOf('a'),
        runId: 'run-a',
        question: 'Question a?',
        createdAt: 1000,
        status: 'done',
        group: recipe.group,
        model: 'nano',
        disagrees: true,
        right: true,
      },
    ]);
  });

  test('a line of an unfinished group leaves open what is not known', async () => {
    await write(store, begun('a'));
    const [line] = await store.list(10);
    expect(line).toMatchObject({ status: 'running', disagrees: null, right: null });
  });

  test('a run gives its groups and no others', async () => {
    const run = 'run-x' as RunId;
    await write(store, done('a', { runId: run, createdAt: 1 }));
    await write(store, done('b', { runId: run, createdAt: 2 }));
    await write(store, done('c'));
    expect((await store.groupsOf(run)).map((one) => one.id)).toEqual([idOf('b'), idOf('a')]);
    expect((await store.groupsOf(run))[1]).toEqual(done('a', { runId: run, createdAt: 1 }));
  });

  test('a removed group is gone with all its parts, and undo brings back all of it', async () => {
    await write(store, done('a'));
    await write(store, done('b'));
    const removed = await store.remove({ group: idOf('a') });
    expect(removed.groups).toEqual([done('a')]);
    expect((await store.list(10)).map((one) => one.id)).toEqual([idOf('b')]);
    expect((await store.runs()).map((run) => run.id)).toEqual(['run-b']);

    await store.restore(removed);
    expect(await store.group(idOf('a'))).toEqual(done('a'));
    expect((await store.runs()).map((run) => run.id).sort()).toEqual(['run-a', 'run-b']);
  });

  test('a run keeps its record while it has a group', async () => {
    const run = 'run-x' as RunId;
    await write(store, done('a', { runId: run }));
    await write(store, done('b', { runId: run }));
    expect((await store.remove({ group: idOf('a') })).runs).toEqual([]);
    expect((await store.remove({ group: idOf('b') })).runs.map((one) => one.id)).toEqual([run]);
    expect(await store.runs()).toEqual([]);
  });

  test('a removed run takes all its groups, and undo brings them back', async () => {
    const run = 'run-x' as RunId;
    await write(store, done('a', { runId: run }));
    await write(store, done('b', { runId: run }));
    await write(store, done('c'));
    const removed = await store.remove({ run });
    expect((await store.list(10)).map((one) => one.id)).toEqual([idOf('c')]);
    await store.restore(removed);
    expect(await store.groupsOf(run)).toHaveLength(2);
    expect(await store.group(idOf('b'))).toEqual(done('b', { runId: run }));
  });

  test('everything can be removed, and brought back', async () => {
    await write(store, done('a'));
    await write(store, done('b'));
    const removed = await store.remove('everything');
    expect(await store.list(10)).toEqual([]);
    expect(await store.runs()).toEqual([]);
    expect(await store.group(idOf('a'))).toBeNull();
    await store.restore(removed);
    expect(await store.group(idOf('a'))).toEqual(done('a'));
    expect(await store.runs()).toHaveLength(2);
  });

  test('removing what is not there removes nothing', async () => {
    await write(store, done('a'));
    expect(await store.remove({ group: idOf('nowhere') })).toEqual(NOTHING_REMOVED);
    expect(await store.list(10)).toHaveLength(1);
  });

  keepsRuns(make);
}
