/**
 * A recording out of text that anybody may have written. Everything is parsed into new objects by the
 * schemas of the store's own border; what does not parse is an `import-invalid` fault that names the path.
 */
import * as v from 'valibot';
import { readMark, versionFault } from '../base/file-mark.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { importFault } from '../export/file/fault.ts';
import type { ImportFault } from '../export/file/fault.ts';
import { wholeGroup, wrongWith } from '../export/file/whole-group.ts';
import { evidenceKey } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import { rolloutCount } from '../group/recipe.ts';
import { forbidden } from '../question/set/forbidden.ts';
import { parse, parseEvidence, parseGroup, parseRollout, parseSynthesis, whole } from '../store/record.ts';
import type { Parsed } from '../store/record.ts';
import { RECORDING_KIND, RECORDING_VERSION } from './recording.ts';
import type { Recording, Timing, Written } from './recording.ts';

/** UTF-16 units. A group of 32 long answers has a tenth of it. */
export const LARGEST_RECORDING = 8 * 1024 ** 2;
const MOST_PIECES = 200_000;

const day = 24 * 60 * 60 * 1000;
const time = v.pipe(whole, v.maxValue(day));
const written = v.object({
  lengths: v.pipe(v.array(whole), v.maxLength(MOST_PIECES)),
  gaps: v.pipe(v.array(time), v.maxLength(MOST_PIECES + 1)),
});
const timingSchema = v.object({
  rollouts: v.array(written),
  synthesis: v.exactOptional(written),
  plan: v.exactOptional(time),
  evidence: v.array(time),
  assessing: v.pipe(
    v.array(
      v.object({
        at: time,
        job: v.picklist([
          'rubric',
          'verdicts',
          'smaller-synthesis',
          'bestOfN',
          'perplexity',
          'mutualPredictability',
          'judgeScore',
          'selfConsistency',
        ]),
        done: whole,
        total: whole,
      }),
    ),
    v.maxLength(MOST_PIECES),
  ),
  end: time,
}) satisfies v.GenericSchema<unknown, Timing>;

type Read<T> = Result<T, ImportFault>;
type Json = Readonly<Record<string, unknown>>;

export async function parseRecording(text: string): Promise<Read<Recording>> {
  if (text.length > LARGEST_RECORDING) {
    return refused('', `larger than ${LARGEST_RECORDING / 1024 ** 2} million characters`);
  }
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    return refused('', `no JSON: ${(error as SyntaxError).message}`);
  }
  return readRecording(found);
}

/** The same out of what JSON gave: a recording inside another file. Paths are those within it. */
export async function readRecording(found: unknown): Promise<Read<Recording>> {
  if (!isObject(found)) return refused('', 'expected an object');
  const bad = forbidden(found);
  if (bad !== null) return refused(bad.path, bad.reason);
  const unreadable = markFault(found);
  if (unreadable !== null) return refused('', unreadable);
  const group = await readGroup(found['group']);
  if (!group.ok || found['timing'] === undefined) {
    return group.ok ? ok({ group: group.value }) : group;
  }
  const timing = inPath('timing', parse('timing', timingSchema, found['timing']));
  if (!timing.ok) return timing;
  const wrong = wrongTiming(timing.value, group.value);
  return wrong === null ? ok({ group: group.value, timing: timing.value }) : refused('timing', wrong);
}

function markFault(row: object): string | null {
  const mark = readMark(row);
  if (mark === null) return 'not a recording of CaT Lab: it has no mark';
  if (mark.kind !== RECORDING_KIND) return `“${mark.kind.slice(0, 40)}” of CaT Lab, which is no recording`;
  return versionFault(mark.version, RECORDING_VERSION);
}

async function readGroup(found: unknown): Promise<Read<Group>> {
  if (!isObject(found)) return refused('group', 'expected an object');
  const record = inPath('group', parseGroup(found));
  if (!record.ok) return record;
  const rollouts = readList('group.rollouts', found['rollouts'], parseRollout);
  if (!rollouts.ok) return rollouts;
  const evidence = readList('group.evidence', found['evidence'], (one) =>
    parseEvidence({ evidence: one }),
  );
  if (!evidence.ok) return evidence;
  const synthesis =
    found['synthesis'] === undefined
      ? ok(null)
      : inPath('group.synthesis', parseSynthesis(found['synthesis']));
  if (!synthesis.ok) return synthesis;
  const [{ value: all }, { value: pieces }] = [rollouts, evidence];
  const wrong =
    wrongNumbers(rolloutCount(record.value.recipe), all) ??
    (new Set(pieces.map(evidenceKey)).size < pieces.length ? 'a piece of evidence stands there twice' : null);
  if (wrong !== null) return refused('group', wrong);
  const group = await wholeGroup({
    record: record.value,
    rollouts: all,
    synthesis: synthesis.value,
    evidence: pieces,
  });
  const missing = group.status === 'running' ? 'it has not ended' : wrongWith(group);
  return missing === null ? ok(group) : refused('group', missing);
}

/** The page keeps a place for each rollout that the recipe names, and times stand in their order. */
function wrongNumbers(count: number, rollouts: Group['rollouts']): string | null {
  const rising = rollouts.every(({ index }, at) => at === 0 || index > (rollouts[at - 1]?.index ?? -1));
  if (!rising) return 'its rollouts do not stand in their order, each once';
  return (rollouts.at(-1)?.index ?? -1) < count ? null : 'a rollout beyond those of its recipe';
}

function wrongTiming(timing: Timing, { rollouts, synthesis, evidence }: Group): string | null {
  if (timing.rollouts.length !== rollouts.length) return 'not of as many rollouts as the group has';
  if (timing.evidence.length !== evidence.length) return 'not of as much evidence as the group has';
  if ((timing.synthesis === undefined) !== (synthesis === undefined)) {
    return 'a synthesis without its times, or times without one';
  }
  const fits = ({ lengths, gaps }: Written, text: string): boolean =>
    gaps.length === lengths.length + 1 &&
    lengths.reduce((sum, length) => sum + length, 0) === text.length;
  const texts = timing.rollouts.every((one, place) => fits(one, rollouts[place]?.text ?? ''));
  const last = timing.synthesis === undefined || fits(timing.synthesis, synthesis?.text ?? '');
  return texts && last ? null : 'the pieces of a text are not its length, or lack a time';
}

function readList<T>(path: string, found: unknown, read: (one: unknown) => Parsed<T>): Read<T[]> {
  if (!Array.isArray(found)) return refused(path, 'expected a list');
  const all: T[] = [];
  for (const [place, one] of found.entries()) {
    const parsed = inPath(`${path}.${place}`, read(one));
    if (!parsed.ok) return parsed;
    all.push(parsed.value);
  }
  return ok(all);
}

function inPath<T>(path: string, parsed: Parsed<T>): Read<T> {
  if (parsed.ok) return parsed;
  const { path: inner, reason } = parsed.fault;
  // Evidence is parsed as the member of a record, whose name is no part of a recording.
  const own = inner.replace(/^evidence(\.|$)/, '');
  return refused(own === '' ? path : `${path}.${own}`, reason);
}

const refused = (path: string, reason: string): Read<never> => failed(importFault(0, path, reason));

const isObject = (found: unknown): found is Json =>
  typeof found === 'object' && found !== null && !Array.isArray(found);
