/**
 * The people and things of the problem world. The reserved lists are used only by edited
 * problems, so a model trained on ordinary ones has never seen those words in a story.
 */

/**
 * What a problem is told with: the lists below; the reserved lists, facts in another order, to measure
 * what was learned; or coined words, to train with.
 */
export type Wording = 'ordinary' | 'edited' | 'coined';

export interface Noun {
  readonly one: string;
  readonly many: string;
}

export interface Person {
  readonly name: string;
  readonly female: boolean;
}

export type Category =
  'fruit' | 'baked' | 'sweets' | 'toys' | 'pieces' | 'paper' | 'school' | 'flowers' | 'house';

const IRREGULAR: Readonly<Record<string, string>> = {
  leaf: 'leaves',
  loaf: 'loaves',
  scarf: 'scarves',
  shelf: 'shelves',
  potato: 'potatoes',
  tomato: 'tomatoes',
  mango: 'mangoes',
};

export function plural(one: string): string {
  const irregular = IRREGULAR[one];
  if (irregular !== undefined) return irregular;
  if (/(s|x|ch|sh)$/.test(one)) return `${one}es`;
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return `${one}s`;
}

function nouns(list: string): Noun[] {
  return list.split(' ').map((one) => ({ one, many: plural(one) }));
}

function people(women: string, men: string): Person[] {
  return [
    ...women.split(' ').map((name) => ({ name, female: true })),
    ...men.split(' ').map((name) => ({ name, female: false })),
  ];
}

export const NAMES: readonly Person[] = people(
  'Mia Anna Lily Emma Olivia Sara Nora Ella Lucy Grace Zoe Ruby Alice Clara Julia Maria ' +
    'Hannah Eva Rosa Amy Jane Kate Lena Nina Tara Ivy Leah Maya Priya Aisha Mei Sofia',
  'Tom Ben Sam Max Leo Jack Noah Liam Adam Paul Peter Mark John David Daniel Omar ' +
    'Ali Ravi Hugo Oscar Felix Henry Luke Eric Ryan Kevin Carlos Diego Ivan Yusuf Ken Finn',
);

export const RESERVED_NAMES: readonly Person[] = people(
  'Greta Wanda Beatrix Odette Freya Imani Yuki Salome',
  'Boris Quentin Magnus Tobias Kofi Hiro Lorenzo Dmitri',
);

export const THINGS: Readonly<Record<Category, readonly Noun[]>> = {
  fruit: nouns(
    'apple pear plum peach orange lemon lime fig cherry grape nut walnut carrot potato tomato ' +
      'onion mango banana kiwi olive',
  ),
  baked: nouns('cookie muffin cupcake roll bun bagel donut pretzel waffle pancake cracker tart'),
  sweets: nouns('candy mint lollipop caramel toffee truffle'),
  toys: nouns('marble doll balloon kite ball badge robot puzzle whistle drum mask magnet toy'),
  pieces: nouns('block bead button brick tile shell stone coin ring cube token peg'),
  paper: nouns('sticker stamp card postcard photo poster comic map letter'),
  school: nouns('pencil pen crayon marker eraser brush notebook ruler folder envelope book clip'),
  flowers: nouns('rose tulip daisy lily bulb sunflower violet orchid'),
  house: nouns(
    'hat cap shirt scarf candle mug cup plate bowl spoon lamp pillow towel bottle chair ' +
      'fork basket blanket vase',
  ),
};

export const RESERVED_THINGS: Readonly<Record<Category, readonly Noun[]>> = {
  fruit: nouns('apricot chestnut radish'),
  baked: nouns('scone biscuit croissant'),
  sweets: nouns('gumdrop jellybean praline'),
  toys: nouns('yoyo puppet trumpet'),
  pieces: nouns('acorn pebble pearl'),
  paper: nouns('bookmark banner leaflet'),
  school: nouns('stapler compass sharpener'),
  flowers: nouns('peony daffodil iris'),
  house: nouns('lantern goblet mitten'),
};

export const CONTAINERS: Readonly<Record<Category, readonly Noun[]>> = {
  fruit: nouns('bag basket box crate bowl'),
  baked: nouns('box bag tin tray plate'),
  sweets: nouns('bag box jar tin'),
  toys: nouns('box bag basket crate'),
  pieces: nouns('box bag jar tin'),
  paper: nouns('pack envelope box album'),
  school: nouns('box pack bag drawer'),
  flowers: nouns('bunch basket vase tray'),
  house: nouns('box crate shelf pack'),
};

export const EVERYDAY: readonly Category[] = [
  'fruit',
  'baked',
  'sweets',
  'toys',
  'pieces',
  'paper',
  'school',
];
export const FOOD: readonly Category[] = ['fruit', 'baked', 'sweets'];
