/** Histories as files, and stores that hold them. */
import { sha256 } from '../../src/base/hash.ts';
import type { QuestionHash } from '../../src/base/id.ts';
import { piecesOf } from '../../src/export/file/gather.ts';
import { fileLines } from '../../src/export/file/write.ts';
import { evaluatedAnew } from '../../src/group/evaluate.ts';
import { hashRecipe } from '../../src/group/recipe.ts';
import type { Group } from '../../src/group/group.ts';
import { normaliseQuestion } from '../../src/question/question.ts';
import { compare } from '../../src/reward/maths/compare.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Piece, Store } from '../../src/store/store.ts';

export const fileOf = (text: string): Blob => new Blob([text]);

export async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

export const exported = (store: Store): Promise<string> =>
  textOf(fileLines('store', piecesOf(store, 'everything')));

/** The hashes that a group of this recipe and question has, and the evaluation of its texts. */
export async function hashed(made: Group): Promise<Group> {
  const group = await evaluatedAnew(made, compare);
  return {
    ...group,
    recipeHash: await hashRecipe(group.recipe),
    questionHash: (await sha256(normaliseQuestion(group.question.text))) as QuestionHash,
  };
}

export async function storeOf(pieces: readonly Piece[]): Promise<Store> {
  const store = createMemoryStore();
  const all = await Promise.all(
    pieces.map(async (piece): Promise<Piece> =>
      piece.kind === 'group' ? { kind: 'group', group: await hashed(piece.group) } : piece,
    ),
  );
  await store.merge(async function* () {
    for (const piece of all) yield await Promise.resolve(piece);
  });
  return store;
}
