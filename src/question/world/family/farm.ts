import type { Family } from '../part.ts';

const egg = { one: 'egg', many: 'eggs' };

/** Hens, eggs and cartons. */
export const farm: Family = {
  name: 'farm',
  things: ['fruit'],
  goods: ['house'],
  openings: [
    {
      say: [
        '{Who} has {a} hens, and each lays {b} eggs.',
        '{Who} has {a} hens. Each hen lays {b} eggs in a month.',
      ],
      lines: ['The hens lay [a*b] {things}.'],
      becomes: egg,
    },
    {
      say: [
        '{Who} gets {b} eggs a day for {a} days.',
        'For {a} days {who} finds {b} eggs each day.',
      ],
      lines: ['{name} gets [a*b] {things}.'],
      becomes: egg,
    },
    {
      say: ['{Who} finds {a} eggs in the barn and {b} eggs in the yard.'],
      lines: ['{name} finds [a+b] {things}.'],
      becomes: egg,
    },
    {
      say: ['{Who} has {a} white hens and {b} brown hens. Each hen lays {c} eggs.'],
      lines: ['There are [a+b] hens.', 'They lay [now*c] {things}.'],
      limits: { a: [2, 30], b: [2, 30], c: [2, 10] },
      becomes: egg,
    },
    {
      say: [
        '{a} brown hens lay {b} eggs each and {c} white hens lay {d} eggs each. All of them belong to {name}.',
      ],
      lines: [
        'Brown hens lay [a*b] {things}.',
        'White hens lay [c*d] {things}.',
        '{name} has [r1+r2] {things}.',
      ],
      becomes: egg,
    },
  ],
  moves: [
    {
      say: ['{a} of the eggs break.', 'On the way {a} eggs break.'],
      lines: ['That leaves [now-a] {things}.'],
      limits: { a: [2, 40] },
    },
    {
      say: ['{Who} uses {a} eggs for a cake.', '{Who} cooks {a} of the eggs.'],
      lines: ['That leaves [now-a] {things}.'],
      limits: { a: [2, 20] },
    },
    {
      say: ['{Who} bakes {a} cakes with {b} eggs in each.'],
      lines: ['The cakes take [a*b] {things}.', 'That leaves [was-now] {things}.'],
      limits: { b: [2, 9] },
    },
    {
      say: ['{mate} brings {her} {a} eggs.', 'Then {who} buys {a} more eggs.'],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: ['Then {a} ducks lay {b} eggs each.'],
      lines: ['The ducks lay [a*b] {things}.', 'That makes [was+now] {things}.'],
      limits: { b: [2, 20] },
    },
    {
      say: ['{Who} gives half of the eggs to {hers} neighbor.'],
      lines: ['That leaves [now/2] {things}.'],
    },
  ],
  ends: [
    {
      say: ['How many eggs does {who} have now?', 'How many eggs does {who} have in the end?'],
      lines: [],
    },
    {
      say: ['{Who} packs all the eggs. How many cartons does {who} fill?'],
      fact: 'A carton holds {a} eggs.',
      lines: ['{name} fills [now/a] cartons.'],
    },
    {
      say: ['{Who} packs the eggs equally into {a} baskets. How many eggs are in each basket?'],
      lines: ['Each basket has [now/a] {things}.'],
    },
    {
      say: ['{Who} sells all the eggs for ${a} each. How many dollars does {who} get?'],
      lines: ['{name} gets [now*a] dollars.'],
    },
    {
      say: [
        '{Who} packs all the eggs into cartons of {a} and sells each carton for ${b}. How many dollars does {who} get?',
      ],
      lines: ['{name} fills [now/a] cartons.', '{name} gets [now*b] dollars.'],
      limits: { b: [2, 30] },
    },
    {
      say: ['{Who} wants {a} eggs. How many more eggs does {who} need?'],
      lines: ['{name} needs [a-now] {things}.'],
    },
    {
      say: ['How many more eggs than {pal} does {name} have now?'],
      fact: '{pal} has {a} eggs.',
      lines: ['{name} has [now-a] more {things}.'],
    },
  ],
  asides: [
    '{name} is {a} years old.',
    'There are also {a} cows on the farm.',
    'A bag of corn costs ${a}.',
    'The village is {a} miles away.',
  ],
};
