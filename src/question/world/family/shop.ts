import type { Family } from '../part.ts';

/** A shop gets goods, sells some, sets out the rest. */
export const shop: Family = {
  name: 'shop',
  things: ['house', 'school', 'toys', 'fruit', 'baked', 'flowers'],
  goods: ['paper', 'sweets'],
  openings: [
    {
      say: [
        'A shop has {a} tables with {b} {things} on each.',
        'In a shop {a} tables hold {b} {things} each.',
      ],
      lines: ['The shop has [a*b] {things}.'],
    },
    {
      say: ['A shop has {a} {things} in the morning.', 'A shop opens with {a} {things}.'],
      lines: [],
      holds: true,
    },
    {
      say: ['A shop has {a} {things} in the window and {b} {things} inside.'],
      lines: ['The shop has [a+b] {things}.'],
    },
    {
      say: [
        '{name} runs a shop. {Who} orders {a} {boxs} with {b} {things} each, but {c} of the {things} are damaged.',
      ],
      lines: ['The {boxs} hold [a*b] {things}.', 'That leaves [now-c] {things}.'],
      only: ['house', 'school', 'toys'],
      limits: { c: [2, 20] },
    },
    {
      say: ['A shop has {a} red {things} and {b} times as many blue {things}.'],
      lines: ['There are [a*b] blue {things}.', 'The shop has [a+now] {things}.'],
      only: ['house', 'school', 'toys'],
      limits: { b: [3, 9] },
    },
  ],
  moves: [
    {
      say: ['{a} {things} are sold before noon.', 'Before noon people buy {a} {things}.'],
      lines: ['That leaves [now-a] {things}.'],
      place: 'first',
    },
    {
      say: ['In the afternoon {a} {things} are sold.', 'Later a man buys {a} {things}.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: [
        '{b} people buy {a} {things} each.',
        'A school orders {a} {things} for each of {b} rooms and takes them away.',
      ],
      lines: ['They take [b*a] {things}.', 'That leaves [was-now] {things}.'],
      limits: { b: [2, 12] },
    },
    {
      say: [
        'A truck brings {a} {boxs} with {b} {things} in each.',
        'Then {a} {boxs} with {b} {things} each are delivered.',
      ],
      lines: ['The new {boxs} hold [a*b] {things}.', 'That makes [was+now] {things}.'],
      mark: 'truck',
    },
    {
      say: ['A truck brings {a} more {things}.', 'Then {a} new {things} are delivered.'],
      lines: ['That makes [now+a] {things}.'],
      mark: 'truck',
    },
    { say: ['Then half of the {things} are sold.'], lines: ['That leaves [now/2] {things}.'] },
  ],
  ends: [
    {
      say: ['How many {things} does the shop have now?', 'How many {things} are in the shop now?'],
      lines: [],
    },
    {
      say: ['The {things} are put equally on {a} shelves. How many {things} are on each shelf?'],
      lines: ['Each shelf has [now/a] {things}.'],
    },
    {
      say: ['The {things} are then packed in sets of {a}. How many sets are there?'],
      lines: ['There are [now/a] sets.'],
    },
    {
      say: [
        'All these {things} are sold that night. How many dollars does the shop take for them?',
      ],
      fact: '{a thing} costs ${a} at night.',
      lines: ['They bring [now*a] dollars.'],
    },
    {
      say: [
        'The shop sells all the {things} for ${a} each and pays ${b} for rent. How many dollars are left?',
      ],
      lines: ['They bring [now*a] dollars.', 'The rent leaves [now-b] dollars.'],
    },
    {
      say: ['How many more {things} does the shop need to have {a}?'],
      lines: ['The shop needs [a-now] {things}.'],
    },
  ],
  asides: [
    'The shop is {a} years old.',
    'The shop also has {a} {goods}.',
    'The shop has {a} windows.',
  ],
};
