import type { Random } from '../../base/random.ts';
import { coinedPeople, coinedThings } from './coined.ts';
import type { Category, Noun, Person, Wording } from './words.ts';
import { CONTAINERS, NAMES, RESERVED_NAMES, RESERVED_THINGS, THINGS } from './words.ts';
import type { Family } from './part.ts';

/** The words of one story. Friend, mate and pal are never of the gender of who: pronouns stay clear. */
export interface Scene {
  readonly category: Category;
  /** Slot name → word. `set` adds or changes one. */
  readonly words: Map<string, string>;
  /** True once who has been named, so that a pronoun may follow. */
  named: boolean;
}

function drawn<T>(random: Random, from: readonly T[], count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const item = random.pick(from);
    if (!taken.includes(item)) taken.push(item);
  }
  return taken;
}

function withArticle(noun: string): string {
  return /^[aeio]|^um/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

export function setThings(words: Map<string, string>, slot: 'thing' | 'good', noun: Noun): void {
  words.set(slot, noun.one);
  words.set(`${slot}s`, noun.many);
  words.set(`a ${slot}`, withArticle(noun.one));
}

export function castScene(random: Random, family: Family, wording: Wording): Scene {
  const { names, things } = stockOf(random, wording);
  const who = random.pick(names);
  const [friend = '', mate = '', pal = ''] = drawn(
    random,
    names.filter((person) => person.female !== who.female),
    3,
  ).map((person) => person.name);
  const category = random.pick(family.things);
  const thing = random.pick(things(category));
  const goods = things(random.pick(family.goods)).filter((noun) => noun !== thing);
  const good = random.pick(goods);
  const box = random.pick(CONTAINERS[category].filter((noun) => noun.one !== thing.one));
  const words = new Map<string, string>([
    ['name', who.name],
    ['she', who.female ? 'she' : 'he'],
    ['her', who.female ? 'her' : 'him'],
    ['hers', who.female ? 'her' : 'his'],
    ['She', who.female ? 'She' : 'He'],
    ['Hers', who.female ? 'Her' : 'His'],
    ['friend', friend],
    ['mate', mate],
    ['pal', pal],
    ['box', box.one],
    ['boxs', box.many],
    ['a box', withArticle(box.one)],
  ]);
  setThings(words, 'thing', thing);
  setThings(words, 'good', good);
  return { category, words, named: false };
}

interface Stock {
  readonly names: readonly Person[];
  things(category: Category): readonly Noun[];
}

function stockOf(random: Random, wording: Wording): Stock {
  if (wording === 'coined') {
    const coined = coinedThings(random, 3);
    return { names: coinedPeople(random, 4), things: () => coined };
  }
  const [names, stock] =
    wording === 'edited' ? [RESERVED_NAMES, RESERVED_THINGS] : [NAMES, THINGS];
  return { names, things: (category) => stock[category] };
}

/**
 * Fills the slots of a text. `{who}` and `{Who}` become the name, or now and then a pronoun once
 * the name has been said; all other slots have one word each.
 */
export function fill(
  text: string,
  scene: Scene,
  numbers: ReadonlyMap<string, number>,
  random: Random,
): string {
  let filled = '';
  for (const [index, piece] of piecesOf(text).entries()) {
    if (index % 2 === 0) {
      filled += piece;
    } else if (piece === 'who' || piece === 'Who') {
      const pronoun = scene.named && random.next() < 0.6;
      scene.named = true;
      filled += word(scene, pronoun ? (piece === 'who' ? 'she' : 'She') : 'name');
    } else {
      if (piece === 'name') scene.named = true;
      filled += numbers.get(piece) ?? word(scene, piece);
    }
  }
  return filled;
}

/** Fills the words round a sum: names only, and nothing that a later pronoun could follow. */
export function fillLine(text: string, scene: Scene): string {
  return piecesOf(text)
    .map((piece, index) => (index % 2 === 0 ? piece : word(scene, piece)))
    .join('');
}

const cache = new Map<string, readonly string[]>();

/** Plain text and slot names in turn, plain text first. */
export function piecesOf(text: string): readonly string[] {
  let pieces = cache.get(text);
  if (pieces === undefined) {
    pieces = text.split(/\{([^}]+)\}/);
    cache.set(text, pieces);
  }
  return pieces;
}

function word(scene: Scene, slot: string): string {
  const found = scene.words.get(slot);
  if (found === undefined) throw new Error(`no word for the slot {${slot}}`);
  return found;
}
