/** The lessons: their steps in order, what each shows of its recording, and what is predicted there. */
import type { Level } from '../../question/world/level.ts';
import type { Part } from '../part.ts';
import { WITHOUT_METHODS } from '../part.ts';
import type { PredictKind } from './predict.ts';

/** A picture beside the sentences. */
export type PictureName = 'votes' | 'votes-judged' | 'marks' | 'criteria' | 'rewards';

/** Before the first token, when all rollouts are there, when the synthesis is there, at the end. */
export type Stop = 'start' | 'answers' | 'synthesis' | 'end';

export interface Scene {
  /** What it shows of the recorded group; where the live model is asked, of what comes of that. */
  readonly parts: ReadonlySet<Part>;
  /** Where the player stands. */
  readonly at: Stop;
  /** Plays on from there, to this place. */
  readonly plays?: Stop;
  readonly picture?: PictureName;
  /** The step of the synthesis that the marks point at. */
  readonly points?: 'disputed' | 'omitted';
}

export interface LessonStep<Id extends string = string> {
  readonly id: Id;
  readonly scene: Scene;
  /** The scene changes to `reveals` once something was predicted. */
  readonly predicts?: PredictKind;
  readonly reveals?: Scene;
  /** Ends in a question to the live model, or in what does not hold. */
  readonly kind?: 'try' | 'limits';
}

export interface Lesson {
  /** Name of its recording, too. */
  readonly id: string;
  /** Of the problems that the live model may be asked instead of the recorded one. */
  readonly level: Level;
  readonly steps: readonly LessonStep[];
}

/** One object for each scene: what has not changed is not drawn again. */
const set = (...parts: readonly Part[]): ReadonlySet<Part> => new Set(parts);

const nothing: Scene = { parts: set(), at: 'start' };
const rollouts: Scene = { parts: set('rollouts'), at: 'answers' };
const ended: Scene = { ...rollouts, at: 'end' };
/** Rewards are told of once they are explained: only the third lesson and the fifth do that before their end. */
const unrewarded: Scene = { parts: set('rollouts', 'synthesis', 'verdict'), at: 'end' };
const whole: Scene = { parts: set('rollouts', 'rewards', 'synthesis', 'verdict'), at: 'end' };
const judged: Scene = { parts: set('rubric', 'rewards'), at: 'end' };

/** The live model, as much of it as the lesson has explained, and what does not hold. */
const last = (asked: Scene) =>
  [
    { id: 'try', scene: asked, kind: 'try' },
    { id: 'limits', scene: nothing, kind: 'limits' },
  ] as const satisfies readonly LessonStep[];

export const LESSONS = [
  {
    id: 'answers',
    level: 'master',
    steps: [
      { id: 'question', scene: nothing },
      {
        id: 'tries',
        scene: { parts: set('rollouts'), at: 'start' },
        predicts: 'distinct',
        reveals: { parts: set('rollouts'), at: 'start', plays: 'answers' },
      },
      { id: 'chance', scene: rollouts },
      { id: 'letters', scene: { ...ended, picture: 'votes' } },
      ...last(ended),
    ],
  },
  {
    id: 'vote-fails',
    level: 'master',
    steps: [
      { id: 'tries', scene: rollouts },
      {
        id: 'count',
        scene: rollouts,
        predicts: 'vote',
        reveals: { ...rollouts, picture: 'votes' },
      },
      { id: 'truth', scene: { ...ended, picture: 'votes-judged' } },
      { id: 'why', scene: ended },
      { id: 'read', scene: { ...unrewarded, at: 'answers', plays: 'end' } },
      ...last(unrewarded),
    ],
  },
  {
    id: 'reconcile',
    level: 'master',
    steps: [
      { id: 'tries', scene: rollouts },
      {
        id: 'read',
        scene: { parts: set('rollouts', 'synthesis'), at: 'answers' },
        predicts: 'among',
        reveals: { parts: set('rollouts', 'synthesis'), at: 'answers', plays: 'synthesis' },
      },
      {
        id: 'contradictions',
        scene: { ...rollouts, picture: 'marks', points: 'disputed' },
      },
      {
        id: 'omissions',
        scene: { ...rollouts, picture: 'marks', points: 'omitted' },
      },
      {
        id: 'rewards',
        scene: rollouts,
        predicts: 'rewarded',
        reveals: { ...whole, picture: 'rewards' },
      },
      ...last(whole),
    ],
  },
  {
    id: 'all-wrong',
    level: 'master',
    steps: [
      { id: 'tries', scene: rollouts },
      {
        id: 'right',
        scene: rollouts,
        predicts: 'right',
        reveals: ended,
      },
      { id: 'oracle', scene: { ...ended, picture: 'votes-judged' } },
      {
        id: 'synthesis',
        scene: { parts: set('rollouts', 'synthesis'), at: 'answers' },
        predicts: 'among',
        reveals: { ...unrewarded, at: 'answers', plays: 'end' },
      },
      { id: 'how', scene: { ...ended, picture: 'marks', points: 'disputed' } },
      ...last(unrewarded),
    ],
  },
  {
    id: 'rubric',
    level: 'master',
    steps: [
      { id: 'open', scene: nothing },
      { id: 'answers', scene: { parts: set('rollouts', 'synthesis'), at: 'start', plays: 'synthesis' } },
      { id: 'criteria', scene: { parts: set('synthesis'), at: 'synthesis', picture: 'criteria' } },
      {
        id: 'judge',
        scene: { parts: set('rollouts'), at: 'answers' },
        predicts: 'best',
        reveals: { parts: set('rubric'), at: 'end' },
      },
      { id: 'rewards', scene: { ...judged, picture: 'rewards' } },
      ...last({ parts: WITHOUT_METHODS, at: 'end' }),
    ],
  },
] as const satisfies readonly Lesson[];

type Known = (typeof LESSONS)[number];
export type LessonId = Known['id'];
/** The steps of one lesson, by name. */
export type StepId<L extends LessonId> = Extract<Known, { readonly id: L }>['steps'][number]['id'];
