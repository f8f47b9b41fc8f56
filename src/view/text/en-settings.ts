/** The settings panel's words, in English: each setting with one line on what it does. */
import type { NumberSetting, Outside } from '../../run/settings.ts';
import { count, plain } from '../format.ts';

export interface SettingText {
  readonly label: string;
  readonly hint: string;
}

export const settingTexts = {
  heading: 'Settings',
  open: 'Settings',
  close: 'Close',
  sampling: 'Sampling',
  machine: 'Machine',
  prompts: 'Prompts',
  defaults: 'Back to the defaults',
  next: 'Changes count from the next question on.',
  numbers: {
    group: { label: 'Answers (G)', hint: 'How many answers are sampled. The paper takes 8.' },
    temperature: {
      label: 'Temperature',
      hint: 'How freely the model picks words: 0 always takes the likeliest.',
    },
    topP: {
      label: 'Top-p',
      hint: 'Picks among the likeliest words that together have this share; 1 is off.',
    },
    topK: { label: 'Top-k', hint: 'Picks among this many likeliest words; 0 is off.' },
    maxTokens: {
      label: 'Longest answer',
      hint: 'In tokens. An answer that needs more is cut off and does not vote.',
    },
    seed: {
      label: 'Seed',
      hint: 'Another seed gives other answers to the same question. Run again takes the next one.',
    },
  } satisfies Record<NumberSetting, SettingText>,
  blind: {
    label: 'Question-blind synthesis',
    hint: 'The synthesis reads the answers only, as in the paper. Off: it sees the question too.',
  },
  equalCompute: {
    label: 'Vote at equal compute',
    hint: 'One more answer joins a second vote, so that voting costs as many calls as CaT.',
  },
  threads: {
    label: 'Threads',
    hint: 'Processor threads for the model. Automatic measures and takes the fastest.',
    auto: 'automatic',
    reload: 'Load the model again with this',
    one:
      'This model is too large for several copies, and this page is not cross-origin isolated, so ' +
      'the model gets one thread.',
    each:
      'This page is not cross-origin isolated, since its host sends no headers for it: a model on the ' +
      'processor gets one thread, and a small one several copies with one thread each.',
  },
  range: (low: number, high: number, above: boolean) =>
    above ? `above ${count(low)}, to ${count(high)}` : `${count(low)} to ${count(high)}`,
  invalid: (expected: string, kept: number) => `Must be ${expected}. Until then it stays ${plain(kept)}.`,
  outside: (outside: Outside): string => {
    switch (outside.setting) {
      case 'group':
        return `Nano learned to reconcile ${count(outside.min)} to ${count(outside.max)} answers.`;
      case 'temperature':
        return `Nano’s answers are meant for temperatures up to ${plain(outside.most)}.`;
      case 'maxTokens':
        return (
          `Nano’s longer solutions need ${count(outside.needed)} tokens; shorter limits cut ` +
          'them off.'
        );
      case 'solve':
      case 'synthesise':
      case 'synthesiseWithQuestion':
        return 'Nano learned its own prompt only, to the letter.';
      default:
        return outside satisfies never;
    }
  },
  prompt: {
    solve: { label: 'To answer', hint: '{question} stands for the question.' },
    synthesise: { label: 'To synthesise', hint: '{rollouts} stands for the answers.' },
    synthesiseWithQuestion: {
      label: 'To synthesise, seeing the question',
      hint: '{question} and {rollouts} stand for the question and the answers.',
    },
    changed: 'changed',
    reset: 'Back to the model’s own',
    missing: (places: readonly string[]) => `Must contain ${places.join(' and ')}.`,
    barred: (places: readonly string[]) =>
      `Must not contain ${places.join(' or ')}: this synthesis is blind to it.`,
  },
};
