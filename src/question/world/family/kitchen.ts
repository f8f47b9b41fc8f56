import type { Family } from '../part.ts';

/** Baking for a sale or a party. */
export const kitchen: Family = {
  name: 'kitchen',
  things: ['baked'],
  goods: ['house'],
  openings: [
    {
      say: [
        '{Who} bakes {a} trays of {b} {things}.',
        'A tray holds {b} {things}. {Who} bakes {a} trays.',
      ],
      lines: ['{name} bakes [a*b] {things}.'],
    },
    {
      say: [
        '{Who} bakes {a} {things} and {friend} bakes {b} {things}.',
        '{friend} bakes {b} {things} and {name} bakes {a}.',
      ],
      lines: ['They bake [a+b] {things}.'],
    },
    {
      say: ['{Who} bakes {a} {things} for a party.', '{Who} makes {a} {things}.'],
      lines: [],
      holds: true,
    },
    {
      say: ['{Who} bakes {a} trays of {b} {things}, but {c} of the {things} burn.'],
      lines: ['{name} bakes [a*b] {things}.', 'That leaves [now-c] {things}.'],
      limits: { c: [2, 20] },
    },
    {
      say: [
        '{friend} bakes {a} {things}. {name} bakes {b} times as many, and they put them together.',
      ],
      lines: ['{name} bakes [a*b] {things}.', 'Together they have [a+now] {things}.'],
      limits: { b: [3, 6] },
    },
    {
      say: ['{Who} bakes {a} trays of {b} sweet {things} and {c} trays of {d} plain {things}.'],
      lines: [
        'The sweet ones are [a*b] {things}.',
        'The plain ones are [c*d] {things}.',
        '{name} bakes [r1+r2] {things}.',
      ],
    },
  ],
  moves: [
    {
      say: ['The guests eat {a} {things}.', 'The children eat {a} of the {things}.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: ['{a} {things} fall on the floor.', 'The dog eats {a} {things}.'],
      lines: ['That leaves [now-a] {things}.'],
      limits: { a: [2, 15] },
    },
    {
      say: ['Each of {a} guests eats {b} {things}.', 'Then {a} guests eat {b} {things} each.'],
      lines: ['The guests eat [a*b] {things}.', 'That leaves [was-now] {things}.'],
      limits: { b: [2, 10] },
    },
    {
      say: ['{mate} brings {a} more {things}.', 'A neighbor comes with {a} more {things}.'],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: [
        '{a} guests bring {b} {things} each.',
        '{mate} brings {a} plates with {b} {things} each.',
      ],
      lines: ['They bring [a*b] {things}.', 'That makes [was+now] {things}.'],
      limits: { b: [2, 20] },
    },
    {
      say: ['Half of the {things} are taken to the school.'],
      lines: ['That leaves [now/2] {things}.'],
    },
  ],
  ends: [
    {
      say: ['How many {things} are there now?', 'How many {things} are there in the end?'],
      lines: [],
    },
    {
      say: ['{a} people share the {things} equally. How many {things} does each of them get?'],
      lines: ['Each gets [now/a] {things}.'],
    },
    {
      say: [
        '{Who} puts {a} {things} on each plate until none are left. How many plates does {who} need?',
      ],
      lines: ['{name} needs [now/a] plates.'],
    },
    {
      say: ['{Who} sells all the {things}. How many dollars does {who} get?'],
      fact: '{name} asks for ${a} for {a thing}.',
      lines: ['{name} gets [now*a] dollars.'],
    },
    {
      say: [
        'All the {things} are sold for ${a} each. Flour and sugar cost ${b}. How many dollars are left?',
      ],
      lines: ['They bring [now*a] dollars.', 'That leaves [now-b] dollars.'],
    },
    {
      say: ['{Who} needs {a} {things}. How many more {things} must {who} bake?'],
      lines: ['{name} must bake [a-now] {things}.'],
    },
    {
      say: ['There are {a} nuts on each {thing}. How many nuts are on all these {things}?'],
      lines: ['They have [now*a] nuts.'],
      limits: { a: [2, 6] },
    },
  ],
  asides: [
    '{name} is {a} years old.',
    'The oven is {a} years old.',
    'A bag of flour weighs {a} pounds.',
    'The kitchen has {a} chairs.',
  ],
};
