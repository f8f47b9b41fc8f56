/**
 * What a link holds, in the part of an address behind `#` and a place: `#question?text=…&seed=3&v=1`. That
 * part stays in the browser; no server is sent it.
 */
import type { Question } from '../question/question.ts';
import type { Level } from '../question/world/level.ts';
import type { SettingsChange } from '../run/settings.ts';

/** What a prepared page leaves out, for those who are not to be led away by it. */
export const HIDEABLE = ['settings', 'models', 'experiments', 'history'] as const;
export type Hideable = (typeof HIDEABLE)[number];

export interface Link {
  /** Of an open question without a data set's rubric, which may be long. */
  readonly question: Question | null;
  /** Of the problems that come next. */
  readonly level: Level | null;
  /** Null where the link sets nothing. */
  readonly settings: SettingsChange | null;
  readonly hide: readonly Hideable[];
  /** The settings are shown and cannot be changed. */
  readonly pinned: boolean;
  /** A recorded group as `packRecording` writes it. */
  readonly recording: string | null;
}

export const emptyLink: Link = {
  question: null,
  level: null,
  settings: null,
  hide: [],
  pinned: false,
  recording: null,
};

/** Raised by a change that an older page would misread. */
export const LINK_VERSION = 1;

/**
 * Characters of the part behind the `?`. Browsers open more (Safari, the least of them, 80,000), but mail
 * and messengers cut what they send: 32,000 pass where a page of text does.
 */
export const LONGEST_LINK = 32_000;

/** Characters. Longer ones are cut or refused by some messengers. */
export const SHORT_LINK = 2_000;

/** Characters that a text from elsewhere may have. */
export const LONGEST = { question: 8_000, truth: 200, prompt: 8_000 } as const;
