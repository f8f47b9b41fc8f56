import type { Family } from '../part.ts';

/** Pictures and patterns laid out of small pieces. */
export const craft: Family = {
  name: 'craft',
  things: ['pieces'],
  goods: ['paper'],
  openings: [
    {
      say: [
        '{Who} makes {a} patterns with {b} {things} in each.',
        '{Who} uses {b} {things} for a pattern and makes {a} patterns.',
      ],
      lines: ['{name} uses [a*b] {things}.'],
    },
    {
      say: ['{Who} uses {a} {things} for a sun and {b} {things} for a moon.'],
      lines: ['{name} uses [a+b] {things}.'],
    },
    {
      say: ['{friend} uses {a} {things} for a star. The star of {name} has {b} more {things}.'],
      lines: ['{name} uses [a+b] {things}.'],
    },
    {
      say: ['{Who} makes {a} squares. Each square has {b} rows of {c} {things}.'],
      lines: ['A square has [b*c] {things}.', '{name} uses [a*now] {things}.'],
      limits: { a: [2, 6], b: [2, 9], c: [2, 12] },
    },
    {
      say: [
        '{Who} makes {a} big patterns with {b} {things} each and {c} small patterns with {d} {things} each.',
      ],
      lines: [
        'Big patterns take [a*b] {things}.',
        'Small patterns take [c*d] {things}.',
        '{name} uses [r1+r2] {things}.',
      ],
    },
  ],
  moves: [
    {
      say: ['Then {who} adds {a} more {things}.', 'To make it nicer {who} adds {a} {things}.'],
      lines: ['That makes [now+a] {things}.'],
    },
    { say: ['{mate} helps and adds {a} {things}.'], lines: ['That makes [now+a] {things}.'] },
    {
      say: ['{a} of the {things} fall off.', 'Then {who} takes off {a} {things} again.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: ['Then {who} adds {a} lines with {b} {things} each.'],
      lines: ['The lines take [a*b] {things}.', 'That makes [was+now] {things}.'],
    },
    {
      say: ['{Who} likes it and makes all of it {a} times.'],
      lines: ['In all it is [now*a] {things}.'],
      limits: { a: [3, 5] },
    },
  ],
  ends: [
    {
      say: ['How many {things} does {who} use in all?', 'How many {things} are used in the end?'],
      lines: [],
    },
    {
      say: ['How many {things} from the drawer are not used?'],
      fact: '{name} has {a} {things} in a drawer.',
      lines: ['There are [a-now] {things} left.'],
    },
    {
      say: ['The {things} come in packs of {a}. How many packs does {who} need?'],
      lines: ['{name} needs [now/a] packs.'],
    },
    {
      say: ['{a thing} costs ${a}. How many dollars do all the {things} cost?'],
      lines: ['They cost [now*a] dollars.'],
    },
    {
      say: [
        '{Who} takes it apart and shares the {things} equally among {a} children. How many {things} does each child get?',
      ],
      lines: ['Each child gets [now/a] {things}.'],
    },
    {
      say: ['{pal} uses {a} fewer {things} than {name}. How many {things} do they use together?'],
      lines: ['{pal} uses [now-a] {things}.', 'Together they use [was+now] {things}.'],
    },
    {
      say: ['{pal} uses {a} times as many {things} as {name}. How many {things} does {pal} use?'],
      lines: ['{pal} uses [now*a] {things}.'],
      limits: { a: [3, 9] },
    },
  ],
  asides: ['{name} is {a} years old.', 'This takes {name} {a} minutes.', '{mate} has {a} {goods}.'],
};
