import { describe, expect, test } from 'vitest';
import { inPieces, turnKeeper } from '../../../src/view/set/turns.ts';

const bytes = Uint8Array.from({ length: 2_000_000 }, (_, at) => at % 251);

/** Goes through the bytes by a clock that each piece moves on; whether anything else had its turn. */
async function through(perPiece: number): Promise<{ others: boolean; pieces: Uint8Array[] }> {
  let clock = 0;
  let others = false;
  setImmediate(() => (others = true));
  const rest = turnKeeper(() => clock);
  const pieces: Uint8Array[] = [];
  for await (const piece of inPieces(bytes, rest)) {
    clock += perPiece;
    pieces.push(piece);
  }
  return { others, pieces };
}

describe('bytes in turns', () => {
  test('are small pieces of what there was, in order', async () => {
    const { pieces } = await through(0);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  test('let everything else have its turn once they take long', async () => {
    expect((await through(30)).others).toBe(true);
  });

  test('do not stop for it while they are quick', async () => {
    expect((await through(1)).others).toBe(false);
  });
});
