import type { Family } from '../part.ts';

const fruit = { one: 'melon', many: 'melons' };

/** Vines that bear melons: the plants are counted first, then what they bear. */
export const vines: Family = {
  name: 'vines',
  things: ['fruit'],
  goods: ['house'],
  openings: [
    {
      say: [
        '{Who} has {a} vines, and each bears {b} melons.',
        'Each of the {a} vines on the farm of {name} bears {b} melons.',
      ],
      lines: ['The vines bear [a*b] {things}.'],
      becomes: fruit,
    },
    {
      say: [
        '{Who} plants {a} rows of {b} vines. Each vine bears {c} melons.',
        'A vine bears {c} melons. {Who} plants {a} rows of {b} vines.',
      ],
      lines: ['There are [a*b] vines.', 'They bear [now*c] {things}.'],
      limits: { b: [2, 12], c: [2, 9] },
      becomes: fruit,
    },
    {
      say: ['{Who} plants {a} vines, but {b} of them die. Each of the others bears {c} melons.'],
      lines: ['That leaves [a-b] vines.', 'They bear [now*c] {things}.'],
      limits: { a: [6, 60], b: [2, 30], c: [2, 12] },
      becomes: fruit,
    },
    {
      say: [
        '{Who} picks {a} melons and {friend} picks {b} melons.',
        '{Who} picks {a} melons in the morning and {b} melons at night.',
      ],
      lines: ['They pick [a+b] {things}.'],
      becomes: fruit,
    },
  ],
  moves: [
    {
      say: ['Birds spoil {a} of the melons.', '{a} of the melons are too small to use.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: ['{a} melons are kept for the family.', '{name} keeps {a} melons for a party.'],
      lines: ['The others are [now-a] {things}.'],
    },
    {
      say: ['A neighbor brings {a} more melons.', 'A neighbor adds {a} melons.'],
      lines: ['That makes [now+a] {things}.'],
    },
    { say: ['Half of the melons go to the school.'], lines: ['That leaves [now/2] {things}.'] },
    {
      say: ['{a} people come and take {b} melons each.'],
      lines: ['They take [a*b] {things}.', 'That leaves [was-now] {things}.'],
    },
    {
      say: ['Then {a} carts come with {b} melons each.'],
      lines: ['The carts bring [a*b] {things}.', 'That makes [was+now] {things}.'],
    },
  ],
  ends: [
    { say: ['How many melons are there now?', 'How many melons are there in the end?'], lines: [] },
    {
      say: ['The melons are loaded equally onto {a} carts. How many melons are on each cart?'],
      lines: ['Each cart has [now/a] {things}.'],
    },
    {
      say: ['All the melons are put into crates. How many crates are filled?'],
      fact: 'A crate holds {a} melons.',
      lines: ['They fill [now/a] crates.'],
    },
    {
      say: ['All the melons are sold. How many dollars do they bring?'],
      fact: 'A melon sells for ${a}.',
      lines: ['They bring [now*a] dollars.'],
    },
    {
      say: [
        'All the melons are sold for ${a} each. The trip to the market costs ${b}. How many dollars are left?',
      ],
      lines: ['They bring [now*a] dollars.', 'That leaves [now-b] dollars.'],
    },
    {
      say: ['The market wants {a} melons. How many more melons are needed?'],
      lines: ['They need [a-now] more {things}.'],
    },
  ],
  asides: [
    'The farm is {a} years old.',
    'The market is {a} miles away.',
    'There are also {a} trees on the farm.',
  ],
};
