/**
 * Several questions in one file, for a class:
 *
 *     {"cat-lab":"class","version":1,"name":"Tuesday","items":[
 *       {"recording":{…}},
 *       {"question":{…},"settings":{…}}]}
 *
 * A recording has its question and its recipe; a question without one has the settings to ask it with. A
 * change that an older page would misread raises the version.
 */
import { markRow } from '../base/file-mark.ts';
import type { Question } from '../question/question.ts';
import type { Recording } from '../recording/recording.ts';
import { recordingRow, slim } from '../recording/recording.ts';
import type { SettingsChange } from '../run/settings.ts';

export const CLASS_KIND = 'class';
export const CLASS_VERSION = 1;
/** How the names of such files end. */
export const CLASS_SUFFIX = '.catclass.json';
/** Questions. More than fit any lesson. */
export const MOST_ITEMS = 100;
/** Bytes. A hundred recorded groups of eight long answers. */
export const LARGEST_CLASS = 16 * 1024 * 1024;

export interface ClassFile {
  readonly name: string;
  readonly items: readonly ClassItem[];
}

export type ClassItem =
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'question'; readonly question: Question; readonly settings: SettingsChange };

export const questionOfItem = (item: ClassItem): Question =>
  item.kind === 'recording' ? item.recording.group.question : item.question;

export const classText = ({ name, items }: ClassFile): string =>
  JSON.stringify({
    ...markRow({ kind: CLASS_KIND, version: CLASS_VERSION }),
    name,
    items: items.map((item) =>
      item.kind === 'recording'
        ? { recording: recordingRow(slim(item.recording)) }
        : { question: item.question, settings: item.settings },
    ),
  });

export function classFileName(name: string): string {
  const slug = name.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return `${slug === '' ? 'cat-lab' : slug}${CLASS_SUFFIX}`;
}

/** By how it begins: the rest is read by `readClass`. */
export const isClassFile = async (file: Blob): Promise<boolean> =>
  /^\ufeff?\s*\{\s*"cat-lab"\s*:\s*"class"/.test(await file.slice(0, 200).text());
