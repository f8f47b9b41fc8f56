/** What came from elsewhere and stands in the page. Plain data; `share-controller.ts` alone changes it. */
import type { Question } from '../../question/question.ts';
import type { Recording } from '../../recording/recording.ts';
import type { SettingsChange } from '../../run/settings.ts';
import type { ClassFile, ClassItem } from '../../share/class-file.ts';
import type { Hideable } from '../../share/link.ts';

export interface Shared {
  readonly hide: readonly Hideable[];
  readonly pinned: boolean;
  /** A sentence about what has just happened. */
  readonly note: SharedNote | null;
  readonly recording: SharedRecording | null;
  readonly list: ClassFile | null;
}

export interface SharedNote {
  readonly kind: 'wrong' | 'said';
  readonly text: string;
  /** What a person can do about it. */
  readonly offer: 'undo' | 'open-now' | null;
}

export interface SharedRecording {
  readonly recording: Recording;
  readonly from: 'link' | 'file';
  /** It stands in place of the person's own answers, until those are asked for. */
  readonly plays: boolean;
  /** What came of Keep; null before. */
  readonly kept: 'kept' | 'here' | null;
}

export const nothingShared: Shared = {
  hide: [],
  pinned: false,
  note: null,
  recording: null,
  list: null,
};

/** What a person can do with it. */
export interface SharedActions {
  undo(): void;
  openNow(): void;
  dismiss(): void;
  showAll(): void;
  keep(): void;
  /** Puts the question and its settings into the page; nothing runs. */
  live(item: ClassItem): void;
  play(item: ClassItem): void;
  showRecording(): void;
  closeRecording(): void;
  closeList(): void;
}

/** What is put into the page. */
export interface Put {
  readonly question: Question | null;
  readonly settings: SettingsChange | null;
}
