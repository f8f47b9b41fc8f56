/** All of German, which comes as one file where it is chosen. */
import { chartTexts } from './de-charts.ts';
import { experimentTexts } from './de-experiments.ts';
import { faultTexts } from './de-faults.ts';
import { lessonTexts } from './de-lessons.ts';
import { modelTexts } from './de-models.ts';
import { offlineTexts } from './de-offline.ts';
import { preflightTexts } from './de-preflight.ts';
import { recordingTexts } from './de-recording.ts';
import { serverTexts } from './de-server.ts';
import { setTexts } from './de-sets.ts';
import { shareTexts } from './de-share.ts';
import { transferTexts } from './de-transfer.ts';
import { trustTexts } from './de-trust.ts';
import { de } from './de.ts';
import type { Dictionary } from './dictionary.ts';

export const german: Dictionary = {
  page: de,
  charts: chartTexts,
  experiments: experimentTexts,
  faults: faultTexts,
  lessons: lessonTexts,
  models: modelTexts,
  offline: offlineTexts,
  preflight: preflightTexts,
  recording: recordingTexts,
  server: serverTexts,
  sets: setTexts,
  share: shareTexts,
  transfer: transferTexts,
  trust: trustTexts,
};
