import type { Family } from '../part.ts';

const blossom = { one: 'blossom', many: 'blossoms' };

/** Rows of plants that grow, wither and bear. */
export const garden: Family = {
  name: 'garden',
  things: ['flowers'],
  goods: ['house'],
  openings: [
    {
      say: [
        '{Who} plants {a} rows of {b} {things}.',
        '{Who} plants {a} rows with {b} {things} in each row.',
      ],
      lines: ['{name} plants [a*b] {things}.'],
    },
    {
      say: ['{Who} plants {a} {things} by the fence and {b} {things} by the gate.'],
      lines: ['{name} plants [a+b] {things}.'],
    },
    {
      say: ['A garden has {a} {things}.', 'There are {a} {things} in a garden.'],
      lines: [],
      holds: true,
    },
    {
      say: ['{Who} plants {a} rows of {b} {things} and {c} more by the gate.'],
      lines: ['The rows have [a*b] {things}.', '{name} plants [now+c] {things}.'],
    },
    {
      say: ['There are {a} red {things} in a garden and {b} times as many white {things}.'],
      lines: ['There are [a*b] white {things}.', 'The garden has [a+now] {things}.'],
      limits: { b: [3, 6] },
    },
    {
      say: ['{Who} plants {a} {things} a day for {b} days.'],
      lines: ['{name} plants [b*a] {things}.'],
      limits: { b: [2, 12] },
    },
  ],
  moves: [
    {
      say: ['A storm breaks {a} of the {things}.', 'In a storm {a} {things} are lost.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: ['Rabbits eat {a} of the {things}.', 'In the dry summer {a} {things} die.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: ['In spring {a} more {things} come up.', 'Then {mate} plants {a} more {things}.'],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: ['{mate} adds {a} rows of {b} {things}.'],
      lines: ['{mate} adds [a*b] {things}.', 'That makes [was+now] {things}.'],
    },
    {
      say: ['Half of the {things} are cut for a wedding.'],
      lines: ['That leaves [now/2] {things}.'],
    },
    {
      say: ['For {a} days {b} {things} are cut each day.'],
      lines: ['In all they cut [a*b] {things}.', 'That leaves [was-now] {things}.'],
    },
    {
      say: ['Next year there are {a} times as many {things}.'],
      lines: ['Next year has [now*a] {things}.'],
      place: 'last',
      limits: { a: [3, 5] },
    },
  ],
  ends: [
    {
      say: ['How many {things} are in the garden now?', 'How many {things} are there in the end?'],
      lines: [],
    },
    {
      say: ['All the {things} are tied into bunches of {a}. How many bunches are there?'],
      lines: ['There are [now/a] bunches.'],
    },
    {
      say: ['The {things} are put equally into {a} vases. How many {things} are in each vase?'],
      lines: ['Each vase has [now/a] {things}.'],
    },
    {
      say: ['All the {things} are sold for ${a} each. How many dollars is that?'],
      lines: ['That brings [now*a] dollars.'],
    },
    {
      say: ['Each plant in the garden bears {a} {things}. How many {things} are there?'],
      lines: ['There are [now*a] {things}.'],
      becomes: blossom,
      limits: { a: [2, 9] },
    },
    {
      say: ['How many more {things} are needed to have {a} in all?'],
      lines: ['They need [a-now] more {things}.'],
    },
    {
      say: [
        'The next garden has {a} {things} fewer. How many {things} do the two gardens have together?',
      ],
      lines: ['The next garden has [now-a] {things}.', 'Together they have [was+now] {things}.'],
    },
  ],
  asides: [
    'The garden is {a} steps long.',
    'The fence is {a} years old.',
    'There are also {a} trees in the garden.',
  ],
};
