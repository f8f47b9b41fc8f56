/**
 * A class file that anybody may have written: all of it is read, or none. A fault names where it lies:
 * `items.3.settings.group`, counted from 0.
 */
import * as v from 'valibot';
import { readMark, versionFault } from '../base/file-mark.ts';
import { canonicalJson } from '../base/hash.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { MethodName } from '../baseline/selection.ts';
import { METHOD_NAMES } from '../baseline/selection.ts';
import type { Question } from '../question/question.ts';
import { readRecording } from '../recording/parse.ts';
import type { SettingsChange } from '../run/settings.ts';
import { anew } from './anew.ts';
import type { ClassFile, ClassItem } from './class-file.ts';
import { CLASS_KIND, CLASS_VERSION, LARGEST_CLASS, MOST_ITEMS } from './class-file.ts';
import type { ShareFault } from './fault.ts';
import { shareFault, within } from './fault.ts';
import { parseJson } from './json.ts';
import { LONGEST } from './link.ts';
import { wrongSettings } from './link-query.ts';

type Read<T> = Result<T, ShareFault>;

const LONGEST_NAME = 200;
const MOST_CRITERIA = 200;

const said = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'it is empty'),
    v.maxLength(most, `longer than ${most} characters`),
  );
const number = v.pipe(v.number(), v.finite());
const flag = v.boolean();

const questionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('verifiable'),
    text: said(LONGEST.question),
    truth: v.exactOptional(said(LONGEST.truth)),
  }),
  v.strictObject({
    kind: v.literal('open'),
    text: said(LONGEST.question),
    rubric: v.exactOptional(
      v.pipe(
        v.array(v.strictObject({ criterion: said(LONGEST.question), points: number })),
        v.maxLength(MOST_CRITERIA, `more than ${MOST_CRITERIA} criteria`),
      ),
    ),
  }),
]) satisfies v.GenericSchema<unknown, Question>;

/** Bounds are those of the settings themselves: `wrongSettings`. */
const settingsSchema = v.strictObject({
  group: v.exactOptional(number),
  seed: v.exactOptional(number),
  questionVisible: v.exactOptional(flag),
  equalCompute: v.exactOptional(flag),
  methods: v.exactOptional(
    v.pipe(
      v.array(v.picklist<readonly MethodName[], undefined>(METHOD_NAMES, undefined)),
      v.check((names) => new Set(names).size === names.length, 'a method stands there twice'),
    ),
  ),
  sampling: v.exactOptional(
    v.strictObject({
      temperature: v.exactOptional(number),
      topP: v.exactOptional(number),
      topK: v.exactOptional(number),
      maxTokens: v.exactOptional(number),
    }),
  ),
  judging: v.exactOptional(
    v.strictObject({ repeats: v.exactOptional(number), permute: v.exactOptional(flag) }),
  ),
  prompts: v.exactOptional(
    v.strictObject({
      solve: v.exactOptional(said(LONGEST.prompt)),
      synthesise: v.exactOptional(said(LONGEST.prompt)),
      synthesiseWithQuestion: v.exactOptional(said(LONGEST.prompt)),
    }),
  ),
}) satisfies v.GenericSchema<unknown, SettingsChange>;

const questionItem = v.strictObject({ question: questionSchema, settings: settingsSchema });
const recordingItem = v.strictObject({ recording: v.unknown() });
const fileSchema = v.looseObject({
  name: said(LONGEST_NAME),
  items: v.pipe(
    v.array(v.unknown()),
    v.minLength(1, 'no question in it'),
    v.maxLength(MOST_ITEMS, `more than ${MOST_ITEMS} questions`),
  ),
});

/** A file that is too large is refused unread. */
export async function readClass(file: Blob): Promise<Read<ClassFile>> {
  if (file.size > LARGEST_CLASS) {
    return failed(shareFault('', `larger than ${LARGEST_CLASS / 1024 ** 2} MB`));
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return failed(shareFault('', 'no text, or it broke off'));
  }
  return parseClass(text);
}

export async function parseClass(text: string): Promise<Read<ClassFile>> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const wrong = wrongMark(json.value);
  if (wrong !== null) return failed(shareFault('', wrong));
  const file = parsed(fileSchema, json.value);
  if (!file.ok) return file;
  const items: ClassItem[] = [];
  const seen = new Map<string, number>();
  for (const [place, found] of file.value.items.entries()) {
    const item = await readItem(found);
    const path = `items.${place}`;
    if (!item.ok) return failed(within(path, item.fault));
    const key = keyOf(item.value);
    const twin = seen.get(key);
    if (twin !== undefined) return failed(shareFault(path, `the same as items.${twin}`));
    seen.set(key, place);
    items.push(item.value);
  }
  return ok({ name: file.value.name, items });
}

function wrongMark(found: unknown): string | null {
  const mark = found === null || typeof found !== 'object' ? null : readMark(found);
  if (mark === null) return 'no file of CaT Lab: it has no mark';
  if (mark.kind !== CLASS_KIND) {
    return `a file of CaT Lab with “${mark.kind.slice(0, 40)}”, which is no class file`;
  }
  return versionFault(mark.version, CLASS_VERSION);
}

async function readItem(found: unknown): Promise<Read<ClassItem>> {
  if (found !== null && typeof found === 'object' && Object.hasOwn(found, 'recording')) {
    const item = parsed(recordingItem, found);
    if (!item.ok) return item;
    const recording = await readRecording(item.value.recording);
    return recording.ok
      ? ok({ kind: 'recording', recording: await anew(recording.value) })
      : failed(within('recording', recording.fault));
  }
  const item = parsed(questionItem, found);
  if (!item.ok) return item;
  const { question, settings } = item.value;
  const wrong = wrongSettings(settings);
  return wrong === null ? ok({ kind: 'question', question, settings }) : failed(within('settings', wrong));
}

const keyOf = (item: ClassItem): string =>
  item.kind === 'recording'
    ? item.recording.group.id
    : canonicalJson({ question: item.question, settings: item.settings });

function parsed<T>(schema: v.GenericSchema<unknown, T>, found: unknown): Read<T> {
  const result = v.safeParse(schema, found, { abortEarly: true });
  if (result.success) return ok(result.output);
  const [issue] = result.issues;
  return failed(shareFault((v.getDotPath(issue) ?? '').slice(0, 200), issue.message));
}
