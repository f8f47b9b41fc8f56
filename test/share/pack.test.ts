import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Recording } from '../../src/recording/recording.ts';
import { recordingRow, recordingText, slim } from '../../src/recording/recording.ts';
import { createTransfer } from '../../src/run/transfer.ts';
import { toBase64url } from '../../src/share/base64url.ts';
import { deflate } from '../../src/share/deflate.ts';
import { keepFile } from '../../src/share/keep.ts';
import { emptyLink, LONGEST_LINK } from '../../src/share/link.ts';
import { linkQuery, parseLink } from '../../src/share/link-query.ts';
import { packRecording, unpackRecording } from '../../src/share/pack.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { madeGroup, recordingOf, scene } from '../recording/material.ts';

/** As JSON gives it back: without negative zeros. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

let recording: Recording;
/** With the evaluation that is made of its texts where it comes to. */
let received: Recording;
beforeAll(async () => {
  const whole = recordingOf(await madeGroup());
  recording = plain(slim(whole));
  const { evaluation } = whole.group;
  received = { ...recording, group: { ...recording.group, ...(evaluation === undefined ? {} : { evaluation }) } };
});

const packed = async (text: string): Promise<string> => toBase64url(await deflate(text));
const faultOf = async (text: string): Promise<unknown> => {
  const read = await unpackRecording(text);
  return read.ok ? read.value : read.fault;
};

describe('a recorded group in a link', () => {
  test('comes back as it was', async () => {
    const query = linkQuery({ ...emptyLink, recording: await packRecording(recording) });
    const link = parseLink(query);
    expect(link.ok && link.value.recording && (await unpackRecording(link.value.recording))).toEqual({
      ok: true,
      value: received,
    });
  });

  test('comes back whatever its texts are', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), text, async (texts, last) => {
        const group = await madeGroup({
          question: texts.join(' ') || 'How many?',
          rollouts: texts.map((one) => ({ text: one })),
          synthesis: { text: last },
        });
        const own = plain(slim({ group }));
        expect(await unpackRecording(await packRecording(own))).toEqual({ ok: true, value: own });
      }),
      { numRuns: 25 },
    );
  });

  test('of eight answers of fifty words each fits a link', async () => {
    const words = (seed: number): string =>
      Array.from({ length: 50 }, (_, at) => `${(seed * 37 + at * at) % 997} + ${at}`).join(' ');
    const group = await madeGroup({
      ...scene,
      rollouts: Array.from({ length: 8 }, (_, at) => ({ text: words(at) })),
    });
    expect((await packRecording({ group })).length).toBeLessThan(LONGEST_LINK / 2);
  });
});

describe('a recorded group in a link that somebody else wrote', () => {
  test('is refused while it unpacks to more than any recording', async () => {
    expect(await faultOf(await packed('0'.repeat(20 * 1024 * 1024)))).toEqual({
      path: 'recording',
      reason: 'more than 1024 KB when it is unpacked',
    });
  });

  test('is refused where it is cut, changed or no base64', async () => {
    const whole = await packRecording(recording);
    const cut = whole.slice(0, 4 * Math.floor(whole.length / 8));
    for (const text of [cut, `AAAA${whole}`, `${whole}!`, whole.slice(1), '']) {
      expect(await faultOf(text), text.slice(0, 20)).toMatchObject({ path: expect.stringMatching(/^recording/) as string });
    }
  });

  test.each([
    ['', 'recording', 'no JSON'],
    ['null', 'recording', 'expected an object'],
    ['{"cat-lab":"run","version":1}', 'recording', '“run” of CaT Lab, which is no recording'],
    ['{"cat-lab":"recording","version":1,"group":{"__proto__":{}}}', 'recording.group.__proto__', 'a name that nothing here may have'],
    ['{"cat-lab":"recording","version":1,"version":1}', 'recording.version', 'it stands there twice'],
    ['['.repeat(50_000), 'recording.0.0.0.0.0.0', 'nested more than 20 deep'],
  ])('is refused: %.60s', async (text, path, reason) => {
    expect(await faultOf(await packed(text))).toEqual({ path, reason });
  });

  test('is refused by the path of what is wrong in it', async () => {
    const row = JSON.parse(recordingText(recording)) as { group: { recipe: { seed: unknown } } };
    row.group.recipe.seed = 'three';
    expect(await faultOf(await packed(JSON.stringify(row)))).toMatchObject({ path: 'recording.group.recipe.seed' });
  });

  test('loses what no recording has', async () => {
    const read = await unpackRecording(await packed(JSON.stringify({ ...recordingRow(recording), more: 1 })));
    expect(read).toEqual({ ok: true, value: received });
  });

  test('is evaluated anew, whatever it says of its own texts', async () => {
    const { group } = recording;
    const evaluation = { ...group.evaluation!, rewards: group.evaluation!.rewards.map((reward) => 1 - (reward ?? 0)) };
    const text = recordingText({ ...recording, group: { ...group, evaluation } });
    expect(text).not.toBe(recordingText(recording));
    expect(await unpackRecording(await packed(text))).toEqual({ ok: true, value: received });
  });
});

describe('a shared group that somebody keeps', () => {
  test('goes through the import of one run, under a run of its own', async () => {
    const store = createMemoryStore();
    const transfer = createTransfer(store);
    const taken = await transfer.takeImport(await keepFile(recording));
    expect(taken).toMatchObject({ ok: true, value: { added: { run: 1, group: 1 } } });
    const { group } = received;
    const kept = await store.group(group.id);
    expect(kept).toEqual({ ...group, runId: kept?.runId });
    expect(kept?.runId).not.toBe(group.runId);
  });

  test('changes nothing of one that is here under its name', async () => {
    const store = createMemoryStore();
    const transfer = createTransfer(store);
    await transfer.takeImport(await keepFile(recording));
    const other = { group: { ...recording.group, createdAt: 1 } };
    const again = await transfer.takeImport(await keepFile(other));
    expect(again).toMatchObject({ ok: true, value: { added: { group: 0 }, preview: { found: { group: { differing: 1 } } } } });
    expect((await store.group(recording.group.id))?.createdAt).toBe(recording.group.createdAt);
  });
});
