import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { markRow } from '../../src/base/file-mark.ts';
import { recordingText, slim } from '../../src/recording/recording.ts';
import type { Recording } from '../../src/recording/recording.ts';
import { ExpectedError } from '../expected-error.ts';
import { LESSON_NAMES } from './choices.ts';
import type { LessonName } from './choices.ts';

/** Of one file: it comes with the page. Most of an open question's are the judge's words, criterion by criterion. */
export const MOST_BYTES = 60_000;

export interface Index {
  /** The model that made them all; its revision must be that of the model that the page ships. */
  readonly model: { readonly name: string; readonly revision: string };
  readonly lessons: readonly LessonName[];
  /** Those without a recording, and why. */
  readonly missing: Readonly<Partial<Record<LessonName, string>>>;
}

/** One file a lesson, and `index.json`; the file of a lesson that has none now is removed. */
export async function writeLessons(
  folder: string,
  model: Index['model'],
  found: ReadonlyMap<LessonName, Recording>,
  missing: Index['missing'],
): Promise<void> {
  const texts = new Map<LessonName, string>();
  for (const [name, recording] of found) {
    const text = `${recordingText(slim(recording))}\n`;
    const bytes = Buffer.byteLength(text);
    if (bytes > MOST_BYTES) throw new ExpectedError(`${name}: ${bytes} bytes, and ${MOST_BYTES} is the most`);
    texts.set(name, text);
  }
  await mkdir(folder, { recursive: true });
  for (const name of LESSON_NAMES) {
    const file = path.join(folder, `${name}.json`);
    const text = texts.get(name);
    if (text === undefined) await rm(file, { force: true });
    else await writeFile(file, text);
  }
  const lessons = LESSON_NAMES.filter((name) => texts.has(name));
  const index: Index = { model, lessons, missing };
  const row = { ...markRow({ kind: 'lessons', version: 1 }), ...index };
  await writeFile(path.join(folder, 'index.json'), `${JSON.stringify(row, null, 2)}\n`);
}
