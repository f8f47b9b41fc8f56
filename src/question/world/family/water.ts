import type { Family } from '../part.ts';

/** Liters in and out of a tank. */
export const water: Family = {
  name: 'water',
  things: ['house'],
  goods: ['toys'],
  openings: [
    {
      say: [
        '{Who} pours {a} buckets of {b} liters into an empty tank.',
        'An empty tank gets {a} buckets with {b} liters each.',
      ],
      lines: ['The tank has [a*b] liters.'],
    },
    {
      say: ['A tank holds {a} liters of water.', 'There are {a} liters of water in a tank.'],
      lines: [],
      holds: true,
    },
    {
      say: ['{Who} pours {a} liters of cold water and {b} liters of warm water into a tub.'],
      lines: ['The tub has [a+b] liters.'],
    },
    {
      say: ['A pump puts {b} liters a minute into an empty pool for {a} minutes.'],
      lines: ['The pool has [a*b] liters.'],
    },
    {
      say: [
        'A pump puts {b} liters a minute into an empty pool for {a} minutes, while {c} liters leak out.',
      ],
      lines: ['The pump gives [a*b] liters.', 'That leaves [now-c] liters.'],
    },
  ],
  moves: [
    {
      say: ['Rain adds {a} liters.', 'In the night the rain brings {a} liters.'],
      lines: ['That makes [now+a] liters.'],
    },
    {
      say: ['{a} liters leak out.', 'Through a hole {a} liters are lost.'],
      lines: ['That leaves [now-a] liters.'],
    },
    {
      say: ['{a} liters are used for the flowers.', 'The flowers get {a} liters of it.'],
      lines: ['That leaves [now-a] liters.'],
    },
    {
      say: ['{a} cows drink {b} liters each.', 'Then {a} horses come and drink {b} liters each.'],
      lines: ['They drink [a*b] liters.', 'That leaves [was-now] liters.'],
      limits: { b: [3, 30] },
    },
    {
      say: ['{mate} pours in {a} cans of {b} liters.'],
      lines: ['The cans bring [a*b] liters.', 'That makes [was+now] liters.'],
      limits: { b: [2, 20] },
    },
    { say: ['Half of the water is used for washing.'], lines: ['That leaves [now/2] liters.'] },
  ],
  ends: [
    {
      say: [
        'How many liters of water are there now?',
        'How many liters of water are left in the end?',
      ],
      lines: [],
    },
    {
      say: ['All the water is put into jugs. How many jugs does it fill?'],
      fact: 'A jug holds {a} liters.',
      lines: ['It fills [now/a] jugs.'],
    },
    {
      say: ['The water is shared equally by {a} families. How many liters does each family get?'],
      lines: ['Each family gets [now/a] liters.'],
    },
    {
      say: [
        'The water lasts for {a} days, and the same amount is used each day. How many liters are used each day?',
      ],
      lines: ['Each day takes [now/a] liters.'],
    },
    {
      say: ['There is room for {a} liters in all. How many more liters fit in?'],
      lines: ['Room is left for [a-now] liters.'],
      peak: true,
    },
    {
      say: ['How many dollars is all this water worth?'],
      fact: 'A liter of water costs ${a}.',
      lines: ['It is worth [now*a] dollars.'],
      limits: { a: [2, 6] },
    },
    {
      say: ['The next tank has {a} times as much water. How many liters are in the next tank?'],
      lines: ['The next tank has [now*a] liters.'],
      limits: { a: [3, 6] },
    },
  ],
  asides: [
    'The tank is {a} years old.',
    'The well is {a} feet deep.',
    'The water is {a} degrees warm.',
  ],
};
