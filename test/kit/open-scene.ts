/**
 * Groups of an open question written out by hand: a rubric, and verdicts as rows of letters, one row
 * a criterion and one letter a rollout: `y`, `n`, `u` for unreadable, `.` for not judged.
 */
import type { Evidence } from '../../src/group/evidence.ts';
import { evaluate } from '../../src/group/evaluate.ts';
import type { Group } from '../../src/group/group.ts';
import type { Judging, Role } from '../../src/group/recipe.ts';
import type { GivenCriterion } from '../../src/question/question.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import type { Criterion, Rubric, Verdict, VerdictValue } from '../../src/reward/rubric/rubric.ts';
import { verdict as bareVerdict } from './rubric-records.ts';
import type { Line, Scene } from './scene.ts';
import { sceneGroup } from './scene.ts';

export interface OpenScene extends Partial<Omit<Scene, 'truth' | 'evidence'>> {
  readonly criteria?: readonly (string | Criterion)[];
  readonly refused?: Rubric['refused'];
  /** The data set's own. */
  readonly given?: readonly GivenCriterion[];
  /** A row of letters for each criterion, the given ones last; `s` rows below are the synthesis's. */
  readonly verdicts?: readonly string[];
  /** A letter for each given criterion: the synthesis's verdicts. */
  readonly synthesisVerdicts?: string;
  /** Pieces of evidence beyond that, such as a second verdict on a pair. */
  readonly more?: readonly Evidence[];
  readonly judging?: Judging;
  readonly judge?: Role;
  /** False: there is no rubric, as where the anchor proposed none. */
  readonly rubric?: boolean;
}

const call = (text: string) => ({
  text,
  tokens: 24,
  promptTokens: 310,
  stop: 'end' as const,
  seconds: 0.8,
});

const REASONS: Record<VerdictValue, string> = {
  yes: 'The answer says so in its first sentence.',
  no: 'Nothing in the answer mentions it.',
  unreadable: '',
};

const VALUES: Record<string, VerdictValue> = { y: 'yes', n: 'no', u: 'unreadable' };

export const verdict = (
  criterion: number,
  rollout: Verdict['rollout'],
  value: VerdictValue,
  more: Partial<Verdict> = {},
): Verdict =>
  bareVerdict(criterion, rollout, value, {
    reason: REASONS[value],
    call: call(
      value === 'unreadable'
        ? 'Well, it depends on what one means.'
        : JSON.stringify({ reason: REASONS[value], verdict: value }),
    ),
    ...more,
  });

const CRITERIA = [
  'Names going to bed and getting up at the same time every day.',
  'Advises against screens in the hour before bed.',
  'Says that caffeine should be avoided from the afternoon on.',
  'Recommends a dark and cool bedroom.',
  'Tells when to see a doctor.',
];

const TIPS = [
  'Keep the same hours every day, also at weekends.',
  'Put the phone away an hour before bed.',
  'Drink no coffee after noon.',
  'Keep the bedroom dark and cool.',
];

export async function openScene(scene: OpenScene): Promise<Group> {
  const { given = [], more = [] } = scene;
  const own = (scene.criteria ?? CRITERIA).map(
    (one): Criterion =>
      typeof one === 'string' ? { text: one, weight: 1, source: 'proposed' } : one,
  );
  const criteria: Criterion[] = [
    ...own,
    ...given.map(
      ({ criterion, points }): Criterion => ({ text: criterion, weight: points, source: 'given' }),
    ),
  ];
  const rows = scene.verdicts ?? criteria.map((_, at) => ['yynn', 'ynny', 'yyyy', 'nuyn'][at % 4]!);
  const rollouts: readonly Line[] =
    scene.rollouts ??
    Array.from({ length: rows[0]?.length ?? 4 }, (_, index) => ({
      text: `${TIPS[index % 4]!} ${TIPS[(index + 1) % 4]!}`,
    }));
  const rubric: Rubric = {
    kind: 'rubric',
    criteria,
    proposals: [call(JSON.stringify({ criteria: own.map(({ text }) => text) }))],
    refused: scene.refused ?? [],
  };
  const verdicts = [
    ...rows.flatMap((row, criterion) =>
      [...row].flatMap((letter, rollout) => {
        const value = VALUES[letter];
        return value === undefined ? [] : [verdict(criterion, rollout, value)];
      }),
    ),
    ...[...(scene.synthesisVerdicts ?? '')].flatMap((letter, at) => {
      const value = VALUES[letter];
      return value === undefined ? [] : [verdict(own.length + at, 'synthesis', value)];
    }),
  ];
  const evidence: Evidence[] =
    scene.rubric === false ? [...more] : [rubric, ...verdicts, ...more];
  const group = await sceneGroup({
    question: 'How do I sleep better?',
    synthesis: { text: TIPS.join(' ') },
    ...scene,
    rollouts,
    evidence,
    recipe: {
      judging: scene.judging ?? { repeats: 1, permute: false },
      ...(scene.judge === undefined ? {} : { judge: scene.judge }),
      ...scene.recipe,
    },
  });
  const question = {
    kind: 'open' as const,
    text: group.question.text,
    ...(given.length === 0 ? {} : { rubric: given }),
  };
  return scored({ ...group, question });
}

/** The group with the rewards that its evidence comes to. */
export const scored = async (group: Group): Promise<Group> =>
  group.evaluation === undefined ? group : { ...group, evaluation: await evaluate(group, compare) };
