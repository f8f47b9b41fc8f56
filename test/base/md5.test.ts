import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Md5 } from '../../src/base/md5.ts';

const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255);

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000])('MD5 of %i bytes is as elsewhere', (length) => {
  const md5 = new Md5();
  md5.update(bytes(length));
  expect(md5.digest()).toBe(createHash('md5').update(bytes(length)).digest('hex'));
});

test('MD5 does not depend on how the bytes come', () => {
  const whole = bytes(500);
  const md5 = new Md5();
  for (const [from, to] of [[0, 3], [3, 3], [3, 130], [130, 500]] as const) md5.update(whole.subarray(from, to));
  expect(md5.digest()).toBe(createHash('md5').update(whole).digest('hex'));
});
