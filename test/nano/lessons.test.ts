/**
 * The recordings that come with the page are of the model that comes with it. Where this fails after the
 * bundled model has changed, `npm run lessons` makes them anew.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LESSON_NAMES, lessonOf } from '../../bin/lessons/choices.ts';
import type { LessonName } from '../../bin/lessons/choices.ts';
import { MOST_BYTES } from '../../bin/lessons/write.ts';
import type { Index } from '../../bin/lessons/write.ts';
import { eventsOf } from '../../src/recording/events.ts';
import { parseRecording } from '../../src/recording/parse.ts';
import type { Recording } from '../../src/recording/recording.ts';
import { replay } from '../../src/run/replay.ts';
import { OPENING } from '../../src/view/lesson/opening.ts';
import { folded, timesOf } from '../recording/material.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'public', 'lessons');
const manifestFile = path.join(folder, '..', 'models', 'nano', 'model.json');

interface Manifest {
  readonly name: string;
  readonly revision: string;
}

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

let index: Index;
let manifest: Manifest;
const recordings = new Map<LessonName, Recording>();
beforeAll(async () => {
  index = (await json(path.join(folder, 'index.json'))) as Index;
  manifest = (await json(manifestFile)) as Manifest;
  for (const name of index.lessons) {
    const parsed = await parseRecording(await readFile(path.join(folder, `${name}.json`), 'utf8'));
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.fault)}`);
    recordings.set(name, parsed.value);
  }
});

describe('the recordings of the lessons', () => {
  test('are of the model that the page ships', () => {
    expect(index.model).toEqual({ name: manifest.name, revision: manifest.revision });
    for (const { group } of recordings.values()) {
      const { policy, anchor, judge } = group.recipe;
      const revisions = [policy, anchor, judge].map(({ revision }) => revision);
      expect(revisions).toEqual([manifest.revision, manifest.revision, manifest.revision]);
    }
  });

  test('are there for every lesson', () => {
    expect([...index.lessons]).toEqual(LESSON_NAMES);
    expect(index.missing).toEqual({});
    expect(LESSON_NAMES).toContain(OPENING);
  });

  test('show what their lessons are about, each another group', () => {
    for (const [name, { group }] of recordings) expect(lessonOf(group, [name])).toBe(name);
    expect(new Set([...recordings.values()].map(({ group }) => group.id)).size).toBe(recordings.size);
  });

  test('have their measured times, and end as the group that was stored', () => {
    for (const recording of recordings.values()) {
      expect(recording.timing).toBeDefined();
      const [played, stored] = [eventsOf(recording), timesOf([...replay(recording.group)])].map(folded);
      expect({ ...played, clock: null, cached: null }).toEqual({ ...stored, clock: null, cached: null });
    }
  });

  test('are small, and nothing else lies beside them', async () => {
    const files = await readdir(folder);
    expect(files.sort()).toEqual([...index.lessons.map((name) => `${name}.json`), 'index.json'].sort());
    for (const file of files) {
      expect((await readFile(path.join(folder, file))).byteLength).toBeLessThanOrEqual(MOST_BYTES);
    }
  });
});
