import { describe, expect, test } from 'vitest';
import { rubricOf, verdictsOf } from '../../src/group/evidence.ts';
import type { Evidence } from '../../src/group/evidence.ts';
import type { Group } from '../../src/group/group.ts';
import type { Verdict } from '../../src/reward/rubric/rubric.ts';
import { createRunLocks } from '../../src/run/locks.ts';
import { ScriptedEngine } from '../kit/engine.ts';
import { createLabKit, finishLoad, question } from './lab-kit.ts';
import type { LabKit, LabKitParts } from './lab-kit.ts';
import { generalSpec, jobOf, judgeSpec, openQuestion, openSettings, playing } from './open-kit.ts';

interface Judged extends LabKit {
  readonly group: Group;
  /** The group as stored now. */
  stored(): Promise<Group>;
}

/** A lab with one open question done: rewards 0.2 and 0.4. */
async function judgedKit(parts: LabKitParts = {}): Promise<Judged> {
  const kit = await createLabKit({ spec: generalSpec, ...parts });
  kit.engine.script = playing();
  const group = await kit.lab.ask(openQuestion('How do I sleep well?'), openSettings());
  kit.events.length = 0;
  for (const _ of kit.engine.calls) await kit.engine.nextCall();
  return { ...kit, group: group!, stored: async () => (await kit.store.group(group!.id))! };
}

const verdictOn = ({ group }: Judged, criterion: number, rollout: number): Verdict =>
  verdictsOf(group.evidence).find((one) => one.criterion === criterion && one.rollout === rollout)!;

/** The group's rubric with one criterion changed. */
const edited = ({ group }: Judged, at: number, change: object): Evidence => {
  const rubric = rubricOf(group.evidence)!;
  return { ...rubric, criteria: rubric.criteria.with(at, { ...rubric.criteria[at]!, ...change }) };
};

/** A criterion that only the second rollout meets. */
const BOTH = 'Names point one. Names point two.';

describe('a person who amends', () => {
  test('moves the rewards with an overruled verdict, stored before it is told', async () => {
    const kit = await judgedKit();
    const { lab, group, events, stored } = kit;
    await lab.amend(group.id, { ...verdictOn(kit, 4, 0), overruled: 'yes' });
    const after = await stored();
    expect(after.evaluation?.rewards).toEqual([0.4, 0.4]);
    expect(after.evaluation?.advantages).toEqual([0, 0]);
    expect(verdictsOf(after.evidence)).toHaveLength(10);
    expect(events).toMatchObject([
      { kind: 'evidence', evidence: { kind: 'verdict', value: 'no', overruled: 'yes' } },
      { kind: 'evaluated', groupId: group.id, evaluation: { rewards: [0.4, 0.4] } },
    ]);
  });

  test('changes the entry of a run that the group is in, and it is told', async () => {
    const kit = await createLabKit({ spec: generalSpec });
    kit.engine.script = playing();
    const items = [{ question: openQuestion('How do I sleep well?'), tags: [] }];
    await kit.lab.begin({ set: 'open', items, settings: openSettings(), name: 'a run' });
    const [summary] = await kit.lab.experiments();
    const { run } = summary!;
    const [entry] = await kit.store.entriesOf(run.id);
    expect(entry?.outcome).toMatchObject({ scored: 'rubric', rewards: [0.2, 0.4] });
    const group = (await kit.store.group(entry!.groupId))!;
    const verdict = verdictsOf(group.evidence).find(
      (one) => one.criterion === 4 && one.rollout === 0,
    )!;
    kit.events.length = 0;
    await kit.lab.amend(group.id, { ...verdict, overruled: 'yes' });
    const [after] = await kit.store.entriesOf(run.id);
    expect(after?.outcome.rewards).toEqual([0.4, 0.4]);
    expect(kit.events.at(-1)).toEqual({ kind: 'entry', entry: after });
  });

  test('changes a finished group of a run that goes on in this page', async () => {
    const kit = await createLabKit({ spec: generalSpec });
    const play = playing();
    kit.engine.script = (request, index) =>
      request.messages.some(({ content }) => content.includes('wait')) ? undefined : play(request, index);
    const items = ['How do I sleep well?', 'Why do I wait?'].map((text) => ({ question: openQuestion(text), tags: [] }));
    const done = new Promise<Group>((resolve) => {
      kit.lab.listen((event) => {
        if (event.kind !== 'entry' || event.entry.outcome.rewards[0] !== 0.2) return;
        void kit.store.group(event.entry.groupId).then((group) => resolve(group!));
      });
    });
    const running = kit.lab.begin({ set: 'open', items, settings: openSettings(), name: 'a run' });
    const group = await done;
    const verdict = verdictsOf(group.evidence).find(({ criterion, rollout }) => criterion === 4 && rollout === 0)!;
    await kit.lab.amend(group.id, { ...verdict, overruled: 'yes' });
    expect(kit.faults()).toEqual([]);
    expect((await kit.store.group(group.id))?.evaluation?.rewards).toEqual([0.4, 0.4]);
    const [entry] = await kit.store.entriesOf(group.runId);
    expect(entry?.outcome.rewards).toEqual([0.4, 0.4]);
    expect(await kit.lab.experiments()).toMatchObject([{ state: 'here', done: 1 }]);
    kit.lab.stop();
    await running;
  });

  test('a group that is being judged here, is told that it is worked on', async () => {
    const kit = await judgedKit();
    await kit.lab.amend(kit.group.id, edited(kit, 0, { text: BOTH }));
    kit.engine.script = null;
    const judging = kit.lab.judge(kit.group.id);
    await kit.engine.nextCall();
    await kit.lab.amend(kit.group.id, { ...verdictOn(kit, 4, 0), overruled: 'yes' });
    expect(kit.faults()).toEqual([{ kind: 'run-locked', run: kit.group.runId }]);
    kit.lab.stop();
    await judging;
  });

  test('just before it is judged, is heard and judged', async () => {
    const kit = await judgedKit();
    const amending = kit.lab.amend(kit.group.id, edited(kit, 0, { text: BOTH }));
    await Promise.all([amending, kit.lab.judge(kit.group.id)]);
    expect(kit.faults()).toEqual([]);
    expect(verdictsOf((await kit.stored()).evidence)).toHaveLength(10);
  });

  test('several times at once is heard each time, in order', async () => {
    const kit = await judgedKit();
    await Promise.all(
      [2, 3, 4].map((criterion) =>
        kit.lab.amend(kit.group.id, { ...verdictOn(kit, criterion, 0), overruled: 'yes' }),
      ),
    );
    expect((await kit.stored()).evaluation?.rewards).toEqual([0.8, 0.4]);
    expect(kit.faults()).toEqual([]);
  });

  test('weighs and switches off criteria without asking anybody', async () => {
    const kit = await judgedKit();
    await kit.lab.amend(kit.group.id, edited(kit, 0, { weight: 6 }));
    expect((await kit.stored()).evaluation?.rewards).toEqual([0.6, 0.7]);
    await kit.lab.amend(kit.group.id, edited(kit, 0, { off: true }));
    expect((await kit.stored()).evaluation?.rewards).toEqual([0, 0.25]);
    expect(kit.engine.calls).toHaveLength(4);
  });

  test('is answered so the next time the question is asked', async () => {
    const kit = await judgedKit();
    await kit.lab.amend(kit.group.id, edited(kit, 0, { weight: 6 }));
    const again = await kit.lab.ask(kit.group.question, openSettings());
    expect(again?.evaluation?.rewards).toEqual([0.6, 0.7]);
  });

  test('what cannot be, is told, and nothing changes', async () => {
    const kit = await judgedKit();
    await kit.lab.amend(kit.group.id, edited(kit, 0, { weight: -1 }));
    expect(kit.faults()).toMatchObject([{ kind: 'setting-invalid', setting: 'criteria.1.weight' }]);
    expect(await kit.stored()).toEqual(kit.group);
  });

  test('a group that another tab works on, is told that', async () => {
    const locks = createRunLocks(undefined);
    // The locks of one page know no other page: this one sees them as another's.
    const kit = await judgedKit({ locks: { ...locks, own: () => new Set() } });
    await locks.hold(kit.group.runId);
    await kit.lab.amend(kit.group.id, edited(kit, 0, { weight: 6 }));
    expect(kit.faults()).toEqual([{ kind: 'run-locked', run: kit.group.runId }]);
    expect(await kit.stored()).toEqual(kit.group);
  });

  test('a group that was removed, changes nothing', async () => {
    const kit = await judgedKit();
    await kit.lab.remove({ group: kit.group.id });
    await kit.lab.amend(kit.group.id, edited(kit, 0, { weight: 6 }));
    expect(await kit.store.group(kit.group.id)).toBeNull();
    expect(kit.faults()).toEqual([]);
  });
});

describe('judging what is missing', () => {
  test('asks for the edited and the added criterion only, and says how much and when it is done', async () => {
    const kit = await judgedKit();
    const rubric = rubricOf(kit.group.evidence)!;
    const [first, second, ...others] = rubric.criteria;
    const criteria = [
      { ...first!, text: BOTH },
      { ...second!, text: 'Names point seven.' },
      ...others,
      { text: 'Names point six.', weight: 1, source: 'written' as const },
    ];
    await kit.lab.amend(kit.group.id, { ...rubric, criteria });
    expect(verdictsOf((await kit.stored()).evidence)).toHaveLength(6);
    kit.events.length = 0;
    await kit.lab.judge(kit.group.id);
    expect(kit.engine.calls.at(-1)?.requests).toHaveLength(6);
    expect(kit.events[0]).toMatchObject({ kind: 'assessing', job: 'verdicts', done: 0, total: 6 });
    expect(kit.kinds().slice(-2)).toEqual(['evaluated', 'group-done']);
    const after = await kit.stored();
    expect(after).toMatchObject({ status: 'done', evaluation: { rewards: [0, 1 / 6] } });
    expect(verdictsOf(after.evidence)).toHaveLength(12);
  });

  test('asks nobody where nothing is missing', async () => {
    const kit = await judgedKit();
    await kit.lab.judge(kit.group.id);
    expect(kit.engine.calls).toHaveLength(4);
    expect(kit.kinds()).toEqual(['evaluated', 'group-done']);
  });

  test('more often than the recipe asks, adds the repeats; the recipe stays', async () => {
    const kit = await judgedKit();
    await kit.lab.judge(kit.group.id, { judging: { repeats: 3, permute: true } });
    const after = await kit.stored();
    expect(verdictsOf(after.evidence)).toHaveLength(30);
    expect(after.recipe).toEqual(kit.group.recipe);
    expect(after.evaluation?.rubric?.agreement).toBe(1);
    await kit.lab.judge(kit.group.id, { judging: { repeats: 6, permute: true } });
    expect(kit.faults()).toMatchObject([{ kind: 'setting-invalid', setting: 'judging.repeats' }]);
  });

  test('keeps what came before a stop, and goes on from there', async () => {
    const kit = await judgedKit();
    await kit.lab.amend(kit.group.id, edited(kit, 0, { text: BOTH }));
    kit.engine.script = null;
    const judging = kit.lab.judge(kit.group.id);
    const call = await kit.engine.nextCall();
    call.answer(1, 'yes');
    kit.lab.stop();
    await judging;
    expect((await kit.stored()).evaluation?.rubric?.counts.map(({ missing }) => missing)).toEqual([1, 0]);
    kit.engine.script = playing();
    await kit.lab.judge(kit.group.id);
    expect(kit.engine.calls.at(-1)?.requests).toHaveLength(1);
  });

  test('takes the place of what is running', async () => {
    const kit = await judgedKit();
    kit.engine.script = null;
    const asked = kit.lab.ask(openQuestion('How do I wake up?'), openSettings());
    await kit.engine.nextCall();
    const judging = kit.lab.judge(kit.group.id);
    expect((await asked)?.status).toBe('stopped');
    await judging;
    expect(kit.kinds().slice(-2)).toEqual(['evaluated', 'group-done']);
  });

  test('a question with a final answer, does nothing', async () => {
    const kit = await createLabKit();
    kit.engine.script = () => 'The answer is 5.';
    const group = await kit.lab.ask(question('2 + 3?'), openSettings());
    kit.events.length = 0;
    await kit.lab.judge(group!.id);
    expect(kit.events).toEqual([]);
  });

  test('by another judge than before is refused', async () => {
    const other = new ScriptedEngine({ loaded: false });
    const kit = await judgedKit({ other });
    const loading = kit.lab.load(judgeSpec, { role: 'judge' });
    await finishLoad(other);
    expect(await loading).toBe(true);
    await kit.lab.amend(kit.group.id, edited(kit, 0, { text: BOTH }));
    await kit.lab.judge(kit.group.id);
    expect(kit.faults()).toEqual([{ kind: 'judge-differs', wanted: 'general', loaded: 'judge' }]);
    await kit.lab.unload('judge');
    await kit.lab.judge(kit.group.id);
    expect(jobOf(kit.engine.calls.at(-1)!.requests[0]!)).toBe('verdict');
    expect((await kit.stored()).evaluation?.rewards).toEqual([0, 0.4]);
  });
});
