/**
 * What a person sets, with its bounds and its defaults by kind of model. The page's controls and
 * the command line's flags both read the one table below.
 */
import type { Fault } from '../base/fault.ts';
import type { MethodName } from '../baseline/selection.ts';
import type { ModelSpec, Trained } from '../engine/model.ts';
import type { Sampling } from '../engine/sample.ts';
import { MOST_ROLLOUTS } from '../group/recipe.ts';
import type { Judging } from '../group/recipe.ts';
import { MOST_SUBSETS } from '../group/smaller.ts';
import type { Scaling } from '../group/smaller.ts';

/** Which prompts and defaults fit a model: see ModelSpec. */
export type ChatKind = ModelSpec['chat'];

/** Some settings given, the rest left to the defaults of the loaded model. Plain JSON. */
export interface SettingsChange extends Partial<Omit<Settings, 'sampling' | 'judging'>> {
  readonly sampling?: Partial<Sampling>;
  readonly judging?: Partial<Judging>;
}

/** What a person sets; with the loaded model it makes a recipe. */
export interface Settings {
  /** G, 1 to 32. */
  readonly group: number;
  readonly sampling: Sampling;
  readonly seed: number;
  readonly questionVisible: boolean;
  readonly equalCompute: boolean;
  /** Methods that choose among the rollouts besides the vote; none unless given. */
  readonly methods?: readonly MethodName[];
  /** Smaller groups out of the same rollouts that get a synthesis too, each 1 to G; none unless given. */
  readonly smallerGroups?: readonly number[];
  /** How many of each size, 1 to 32; 1 unless given. */
  readonly smallerSubsets?: number;
  /** Of open questions; others have no judge. */
  readonly judging: Judging;
  /** Prompts changed by the person; an absent one is the model's own default. */
  readonly prompts: { readonly solve?: string; readonly synthesise?: string; readonly synthesiseWithQuestion?: string };
}

export type NumberSetting = 'group' | 'temperature' | 'topP' | 'topK' | 'maxTokens' | 'seed';

export interface Bound {
  readonly low: number;
  readonly high: number;
  /** The low end itself is not allowed. */
  readonly aboveLow?: true;
  readonly whole: boolean;
}

export const BOUNDS: Readonly<Record<NumberSetting, Bound>> = {
  group: { low: 1, high: MOST_ROLLOUTS, whole: true },
  temperature: { low: 0, high: 2, whole: false },
  topP: { low: 0, high: 1, aboveLow: true, whole: false },
  topK: { low: 0, high: 1000, whole: true },
  maxTokens: { low: 1, high: 4096, whole: true },
  seed: { low: 0, high: 0xffff_ffff, whole: true },
};

/** Of `smallerSubsets`. */
export const SUBSETS_BOUND: Bound = { low: 1, high: MOST_SUBSETS, whole: true };

/** Of `judging.repeats`. */
export const REPEATS_BOUND: Bound = { low: 1, high: 5, whole: true };

/**
 * G 8 and question-blind as in the paper. Nano samples its own distribution, as it was trained to,
 * and its longest solutions (5 steps) fit 256 tokens. General models get the values that suit small
 * instruct models; the paper allows 1,536 tokens, but on a laptop 512 decide how long one waits.
 */
export function defaultSettings(chat: ChatKind): Settings {
  const sampling: Sampling =
    chat === 'nano'
      ? { temperature: 1, topP: 1, topK: 0, maxTokens: 256 }
      : { temperature: 0.7, topP: 0.9, topK: 0, maxTokens: 512 };
  return {
    group: 8,
    sampling,
    seed: 1,
    questionVisible: false,
    equalCompute: false,
    judging: { repeats: 1, permute: false },
    prompts: {},
  };
}

/** The settings with what the change gives; prompts are changed one by one. */
export function applyChange(settings: Settings, change: SettingsChange): Settings {
  return {
    ...settings,
    ...change,
    sampling: { ...settings.sampling, ...change.sampling },
    judging: { ...settings.judging, ...change.judging },
    prompts: { ...settings.prompts, ...change.prompts },
  };
}

/** What a command runs with: voting over G + 1 is part of every report unless it is turned off. */
export const commandSettings = (chat: ChatKind, change: SettingsChange): Settings =>
  applyChange({ ...defaultSettings(chat), equalCompute: true }, change);

/** The same of a model: what is not given is its own preset where it has one, else the default of its kind. */
export const settingsFor = (
  { chat, preset }: Pick<ModelSpec, 'chat' | 'preset'>,
  change: SettingsChange,
): Settings => commandSettings(chat, { ...change, sampling: { ...preset, ...change.sampling } });

/** Every setting out of its bounds, or a prompt without its place, as `setting-invalid`. */
export function checkSettings(settings: Settings): Fault[] {
  const faults: Fault[] = [];
  const { temperature, topP, topK, maxTokens } = settings.sampling;
  const numbers = { group: settings.group, temperature, topP, topK, maxTokens, seed: settings.seed };
  for (const name of Object.keys(BOUNDS) as NumberSetting[]) {
    if (!isWithin(BOUNDS[name], numbers[name])) {
      faults.push(invalid(name, String(numbers[name]), expectation(BOUNDS[name])));
    }
  }
  faults.push(...checkScaling(settings, settings.group));
  faults.push(...checkJudging(settings.judging), ...checkPrompts(settings.prompts));
  return faults;
}

export function checkPrompts({ solve, synthesise, synthesiseWithQuestion }: Settings['prompts']): Fault[] {
  const faults: Fault[] = [];
  const places: readonly (readonly [string, string | undefined, readonly string[]])[] = [
    ['prompts.solve', solve, ['{question}']],
    ['prompts.synthesise', synthesise, ['{rollouts}']],
    ['prompts.synthesiseWithQuestion', synthesiseWithQuestion, ['{question}', '{rollouts}']],
  ];
  for (const [name, prompt, needed] of places) {
    if (prompt === undefined || needed.every((place) => prompt.includes(place))) continue;
    faults.push(invalid(name, prompt, `a text with ${needed.join(' and ')}`));
  }
  if (synthesise?.includes('{question}') === true) {
    // It would show the question to a synthesis that the recipe calls question-blind.
    faults.push(invalid('prompts.synthesise', synthesise, 'a text without {question}'));
  }
  return faults;
}

/** A size above `group` has no rollouts to be drawn from. */
export function checkScaling({ smallerGroups = [], smallerSubsets = 1 }: Scaling, group: number): Fault[] {
  const sizes: Bound = { low: 1, high: group, whole: true };
  const wrong = smallerGroups.find((size) => !isWithin(sizes, size));
  return [
    ...(wrong === undefined ? [] : [invalid('smallerGroups', String(wrong), expectation(sizes))]),
    ...(isWithin(SUBSETS_BOUND, smallerSubsets)
      ? []
      : [invalid('smallerSubsets', String(smallerSubsets), expectation(SUBSETS_BOUND))]),
  ];
}

export const checkJudging = ({ repeats }: Judging): Fault[] =>
  isWithin(REPEATS_BOUND, repeats)
    ? []
    : [invalid('judging.repeats', String(repeats), expectation(REPEATS_BOUND))];

export const isWithin = (bound: Bound, value: number): boolean =>
  Number.isFinite(value) &&
  value <= bound.high &&
  (bound.aboveLow ? value > bound.low : value >= bound.low) &&
  (!bound.whole || Number.isInteger(value));

export function expectation({ low, high, whole, aboveLow }: Bound): string {
  if (aboveLow) return `a number above ${low} and up to ${high}`;
  return whole ? `a whole number from ${low} to ${high}` : `a number from ${low} to ${high}`;
}

const invalid = (setting: string, value: string, expected: string): Fault => ({
  kind: 'setting-invalid',
  setting,
  value: value.slice(0, 200),
  expected,
});

type Prompt = keyof Settings['prompts'];

/** A setting that leaves what the model has learned, with what it has learned instead. */
export type Outside =
  | { readonly setting: 'group'; readonly min: number; readonly max: number }
  | { readonly setting: 'temperature'; readonly most: number }
  | { readonly setting: 'maxTokens'; readonly needed: number }
  | { readonly setting: Prompt };

/**
 * Which settings leave what the model has learned, as its manifest tells. Nano was taught with its
 * own prompts only. General models were taught by others: nothing is known.
 */
export function outsideTrained(
  settings: Settings,
  chat: ChatKind,
  trained: Trained | undefined,
): Outside[] {
  if (chat === 'general') return [];
  const outside: Outside[] = [];
  if (trained !== undefined) {
    const { group, temperature, answerTokens } = trained;
    const sizes = [settings.group, ...(settings.smallerGroups ?? [])];
    if (sizes.some((size) => size < group.min || size > group.max)) {
      outside.push({ setting: 'group', ...group });
    }
    if (settings.sampling.temperature > temperature) {
      outside.push({ setting: 'temperature', most: temperature });
    }
    if (settings.sampling.maxTokens < answerTokens) {
      outside.push({ setting: 'maxTokens', needed: answerTokens });
    }
  }
  for (const name of ['solve', 'synthesise', 'synthesiseWithQuestion'] as const) {
    if (settings.prompts[name] !== undefined) outside.push({ setting: name });
  }
  return outside;
}
