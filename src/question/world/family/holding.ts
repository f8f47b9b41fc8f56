import type { Family } from '../part.ts';
import { EVERYDAY, FOOD } from '../words.ts';

/** Someone has things, gets some, gives some away, shares the rest. */
export const holding: Family = {
  name: 'holding',
  things: EVERYDAY,
  goods: ['flowers', 'house'],
  openings: [
    { say: ['{Who} has {a} {things}.', '{Who} starts with {a} {things}.'], lines: [], holds: true },
    {
      say: [
        '{Who} has {a} {boxs} with {b} {things} in each {box}.',
        '{Who} buys {a} {boxs} of {things}. Each {box} holds {b} {things}.',
        'There are {b} {things} in {a box}. {Who} has {a} such {boxs}.',
      ],
      lines: ['{name} has [a*b] {things}.'],
    },
    {
      say: [
        '{Who} has {a} {things} and finds {b} more.',
        '{Who} gets {a} {things} on Monday and {b} {things} on Tuesday.',
        '{Who} has {a} {things} at home and {b} {things} at school.',
      ],
      lines: ['{name} has [a+b] {things}.'],
    },
    {
      say: [
        '{friend} has {a} {things}. {name} has {b} times as many {things} as {friend}.',
        '{name} has {b} times as many {things} as {friend}, who has {a}.',
      ],
      lines: ['{name} has [a*b] {things}.'],
      limits: { b: [3, 9] },
    },
    {
      say: [
        '{friend} has {a} {things}. {name} has {b} more {things} than {friend}.',
        '{name} has {b} more {things} than {friend}, who has {a} {things}.',
      ],
      lines: ['{name} has [a+b] {things}.'],
    },
    {
      say: ['{friend} has {a} {things}. {name} has {b} fewer {things} than {friend}.'],
      lines: ['{name} has [a-b] {things}.'],
    },
    {
      say: [
        '{friend} has {a} {things}. {name} has twice as many {things} as {friend}.',
        '{name} has twice as many {things} as {friend}, who has {a}.',
      ],
      lines: ['{name} has [a*2] {things}.'],
    },
    {
      say: [
        '{Who} has {a} {boxs} with {b} {things} each and {c} loose {things}.',
        '{Who} has {c} loose {things} and {a} {boxs} with {b} {things} each.',
      ],
      lines: ['The {boxs} hold [a*b] {things}.', '{name} has [now+c] {things}.'],
    },
    {
      say: ['{Who} has {a} big {boxs} with {b} {things} each and {c} small {boxs} with {d} each.'],
      lines: [
        'The big {boxs} hold [a*b] {things}.',
        'The small {boxs} hold [c*d] {things}.',
        '{name} has [r1+r2] {things}.',
      ],
    },
  ],
  moves: [
    {
      say: ['{Who} buys {a} more {things}.', 'Then {who} gets {a} more {things}.'],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: ['{mate} gives {her} {a} {things}.', 'Then {mate} brings {her} {a} more {things}.'],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: [
        '{mate} brings {her} {a} {boxs} with {b} {things} each.',
        'Then {who} buys {a} more {boxs} with {b} {things} each.',
      ],
      lines: ['The new {boxs} hold [a*b] {things}.', 'That makes [was+now] {things}.'],
      mark: 'boxes',
    },
    {
      say: ['{Who} gives {a} {things} to {mate}.', 'Then {mate} takes {a} of the {things}.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: [
        '{Who} loses {a} {things} on the way home.',
        'On the way home {who} loses {a} {things}.',
      ],
      lines: ['That leaves [now-a] {things}.'],
    },
    {
      say: [
        '{Who} eats {a} of the {things}.',
        '{a} of the {things} go bad and {who} throws them away.',
      ],
      lines: ['That leaves [now-a] {things}.'],
      only: FOOD,
      limits: { a: [2, 30] },
    },
    {
      say: [
        '{Who} gives {b} {things} to each of {a} friends.',
        'Then {a} children come and {who} gives each child {b} {things}.',
      ],
      lines: ['{name} gives away [a*b] {things}.', 'That leaves [was-now] {things}.'],
    },
    {
      say: [
        '{Who} gives half of the {things} to {hers} sister.',
        '{Who} leaves half of {hers} {things} at school.',
      ],
      lines: ['{name} keeps [now/2] {things}.'],
    },
    {
      say: [
        '{Who} sorts the {things} into {a} equal piles and keeps only one pile.',
        '{Who} puts the {things} into {a} equal piles and gives away all but one pile.',
      ],
      lines: ['One pile has [now/a] {things}.'],
    },
    {
      say: ['A month later {who} has {a} times as many {things}.'],
      lines: ['Later {name} has [now*a] {things}.'],
      limits: { a: [3, 6] },
    },
  ],
  ends: [
    {
      say: [
        'How many {things} does {who} have now?',
        'How many {things} does {who} have in the end?',
      ],
      lines: [],
    },
    {
      say: [
        '{Who} shares the {things} equally among {a} friends. How many {things} does each friend get?',
        'Then {a} friends share all the {things} equally. How many {things} does each friend get?',
      ],
      lines: ['Each friend gets [now/a] {things}.'],
    },
    {
      say: [
        '{Who} lays all the {things} in rows of {a}. How many rows does {who} make?',
        '{Who} puts {a} {things} in each row until all are used. How many rows are there?',
      ],
      lines: ['{name} makes [now/a] rows.'],
    },
    {
      say: ['{pal} has {a} more {things} than {name} has now. How many {things} does {pal} have?'],
      lines: ['{pal} has [now+a] {things}.'],
    },
    {
      say: ['{pal} has {a} fewer {things} than {name} has now. How many {things} does {pal} have?'],
      lines: ['{pal} has [now-a] {things}.'],
    },
    {
      say: [
        '{pal} has {a} more {things} than {name} has now. How many {things} do they have together?',
      ],
      lines: ['{pal} has [now+a] {things}.', 'Together they have [was+now] {things}.'],
    },
    {
      say: [
        '{pal} has {a} times as many {things} as {name} has now. How many {things} does {pal} have?',
      ],
      lines: ['{pal} has [now*a] {things}.'],
      limits: { a: [3, 9] },
    },
    {
      say: ['{Who} sells all the {things}. How many dollars does {who} get?'],
      fact: '{a thing} sells for ${a}.',
      lines: ['{name} gets [now*a] dollars.'],
    },
    {
      say: ['{Who} wants to have {a} {things}. How many more {things} does {who} need?'],
      lines: ['{name} needs [a-now] {things}.'],
    },
    {
      say: ['How many more {things} than {pal} does {name} have now?'],
      fact: '{pal} has {a} {things}.',
      lines: ['{name} has [now-a] more {things}.'],
    },
  ],
  asides: [
    '{name} is {a} years old.',
    '{name} also has {a} {goods}.',
    '{mate} has {a} {goods}.',
    'The walk to school takes {a} minutes.',
  ],
};
