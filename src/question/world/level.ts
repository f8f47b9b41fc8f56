/** How hard a made-up problem is. */
export type Level = 'easy' | 'medium' | 'hard' | 'expert' | 'master' | 'grandmaster';

export interface LevelLimits {
  /** Number of solution lines before `The answer is N.`, both ends included. */
  readonly steps: readonly [number, number];
  /** Largest number that stands in the question. */
  readonly given: number;
  /** Largest result of any step. */
  readonly result: number;
  /** Share of problems with one sentence that the answer does not need. */
  readonly aside: number;
}

/** The whole difference between the levels. Factors and divisors are 2 to 12 at every level. */
export const LEVELS: Readonly<Record<Level, LevelLimits>> = {
  easy: { steps: [2, 3], given: 60, result: 100, aside: 0 },
  medium: { steps: [3, 4], given: 150, result: 300, aside: 0 },
  hard: { steps: [4, 5], given: 300, result: 600, aside: 0.35 },
  expert: { steps: [5, 6], given: 500, result: 999, aside: 0.35 },
  master: { steps: [4, 5], given: 1000, result: 1999, aside: 0.35 },
  grandmaster: { steps: [4, 5], given: 3000, result: 9999, aside: 0.35 },
};

export const LEVEL_NAMES: readonly Level[] = [
  'easy',
  'medium',
  'hard',
  'expert',
  'master',
  'grandmaster',
];

/** What `--level` and the page use when nobody chooses. */
export const DEFAULT_LEVEL: Level = 'master';

export function isLevel(text: string): text is Level {
  return (LEVEL_NAMES as readonly string[]).includes(text);
}
