import type { Family } from '../part.ts';

/** Machines make things, some are bad, the rest is packed. */
export const factory: Family = {
  name: 'factory',
  things: ['toys', 'school', 'house'],
  goods: ['paper'],
  openings: [
    {
      say: [
        'A machine makes {b} {things} an hour and runs for {a} hours.',
        'In an hour a machine makes {b} {things}. It runs for {a} hours.',
      ],
      lines: ['It makes [a*b] {things}.'],
    },
    {
      say: ['{a} workers make {b} {things} each.', 'Each of {a} workers makes {b} {things}.'],
      lines: ['They make [a*b] {things}.'],
    },
    {
      say: ['A small machine makes {a} {things} and a big machine makes {b} {things}.'],
      lines: ['They make [a+b] {things}.'],
    },
    {
      say: ['An old machine makes {a} {things} a day. A new machine makes {b} times as many.'],
      lines: ['The new one makes [a*b] {things}.', 'Together they make [a+now] {things}.'],
      limits: { b: [3, 6] },
    },
    {
      say: [
        'One machine makes {b} {things} an hour for {a} hours. Another makes {d} {things} an hour for {c} hours.',
      ],
      lines: [
        'The first makes [a*b] {things}.',
        'The other makes [c*d] {things}.',
        'Together they make [r1+r2] {things}.',
      ],
    },
    {
      say: [
        'A machine makes {a} {things} an hour. {Who} makes it faster, so that it makes {b} more each hour. It runs for {c} hours.',
      ],
      lines: ['An hour now gives [a+b] {things}.', 'It makes [now*c] {things}.'],
      limits: { c: [2, 10] },
    },
  ],
  moves: [
    {
      say: [
        '{a} of the {things} are bad and thrown away.',
        'A test finds that {a} {things} are bad, and they are thrown away.',
      ],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: ['{a} {things} are sent to {mate}.', '{mate} takes {a} of the {things}.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: [
        'By hand {who} makes {a} more {things}.',
        'From the day before there are {a} more {things}.',
      ],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: ['{a} shops get {b} {things} each.'],
      lines: ['The shops get [a*b] {things}.', 'That leaves [was-now] {things}.'],
    },
    {
      say: ['Half of the {things} are painted red and sold.'],
      lines: ['That leaves [now/2] {things}.'],
    },
    {
      say: ['Then {a} helpers make {b} more {things} each.'],
      lines: ['The helpers make [a*b] {things}.', 'That makes [was+now] {things}.'],
    },
  ],
  ends: [
    {
      say: ['How many {things} are there now?', 'How many {things} are there in the end?'],
      lines: [],
    },
    {
      say: ['All the {things} are packed into boxes. How many boxes are filled?'],
      fact: 'A box holds {a} {things}.',
      lines: ['They fill [now/a] boxes.'],
    },
    {
      say: [
        '{a} trucks take the {things}, the same number in each. How many {things} are in each truck?',
      ],
      lines: ['Each truck has [now/a] {things}.'],
    },
    {
      say: ['All these {things} are sold for ${a} each. How many dollars is that?'],
      lines: ['They bring [now*a] dollars.'],
    },
    {
      say: ['A customer wants {a} {things}. How many more {things} must be made?'],
      lines: ['There are [a-now] {things} missing.'],
    },
    {
      say: [
        'All the {things} are packed into boxes of {a}, and each box sells for ${b}. How many dollars is that?',
      ],
      lines: ['They fill [now/a] boxes.', 'They bring [now*b] dollars.'],
    },
    {
      say: ['It takes {a} minutes to paint one. How many minutes does it take to paint them all?'],
      lines: ['It takes [now*a] minutes.'],
      limits: { a: [2, 9] },
    },
  ],
  asides: [
    'The machine is {a} years old.',
    'The hall has {a} windows.',
    'The machine weighs {a} pounds.',
  ],
};
