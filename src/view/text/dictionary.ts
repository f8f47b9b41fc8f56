/** What a language consists of, by the parts in which the page takes it. */
import type { chartTexts } from './en-charts.ts';
import type { experimentTexts } from './en-experiments.ts';
import type { faultTexts } from './en-faults.ts';
import type { lessonTexts } from './en-lessons.ts';
import type { modelTexts } from './en-models.ts';
import type { offlineTexts } from './en-offline.ts';
import type { preflightTexts } from './en-preflight.ts';
import type { recordingTexts } from './en-recording.ts';
import type { serverTexts } from './en-server.ts';
import type { setTexts } from './en-sets.ts';
import type { shareTexts } from './en-share.ts';
import type { transferTexts } from './en-transfer.ts';
import type { trustTexts } from './en-trust.ts';
import type { Messages } from './en.ts';

export interface Dictionary {
  readonly page: Messages;
  readonly charts: typeof chartTexts;
  readonly experiments: typeof experimentTexts;
  readonly faults: typeof faultTexts;
  readonly lessons: typeof lessonTexts;
  readonly models: typeof modelTexts;
  readonly offline: typeof offlineTexts;
  readonly preflight: typeof preflightTexts;
  readonly recording: typeof recordingTexts;
  readonly server: typeof serverTexts;
  readonly sets: typeof setTexts;
  readonly share: typeof shareTexts;
  readonly transfer: typeof transferTexts;
  readonly trust: typeof trustTexts;
}
