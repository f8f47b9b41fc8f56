import type { Family } from '../part.ts';

/** Miles ridden, walked and left to go. */
export const trip: Family = {
  name: 'trip',
  things: ['house'],
  goods: ['toys'],
  openings: [
    {
      say: [
        '{Who} rides {b} miles a day for {a} days.',
        'For {a} days {who} rides {b} miles each day.',
      ],
      lines: ['{name} rides [a*b] miles.'],
    },
    {
      say: [
        '{Who} drives {a} miles to the lake and {b} miles to the hills.',
        '{Who} drives {a} miles before lunch and {b} miles after it.',
      ],
      lines: ['{name} drives [a+b] miles.'],
    },
    {
      say: ['A train goes {b} miles an hour and {who} rides it for {a} hours.'],
      lines: ['{name} rides [a*b] miles.'],
    },
    {
      say: ['{friend} goes {a} miles. {name} goes {b} times as far as {friend}.'],
      lines: ['{name} goes [a*b] miles.'],
      limits: { b: [3, 9] },
    },
    {
      say: ['{friend} goes {a} miles. {name} goes {b} miles less than {friend}.'],
      lines: ['{name} goes [a-b] miles.'],
    },
    {
      say: ['{Who} drives {a} hours at {b} miles an hour and then {c} hours at {d} miles an hour.'],
      lines: [
        'First {name} drives [a*b] miles.',
        'Then {name} drives [c*d] miles.',
        'Together it is [r1+r2] miles.',
      ],
    },
  ],
  moves: [
    {
      say: ['Then {who} walks {a} more miles.', 'After a rest {who} goes another {a} miles.'],
      lines: ['That makes [now+a] miles.'],
    },
    {
      say: ['On the last day {who} goes {a} miles more.'],
      lines: ['That makes [now+a] miles.'],
      place: 'last',
    },
    {
      say: ['Then {who} goes round a lake {a} times, and each round is {b} miles.'],
      lines: ['The rounds are [a*b] miles.', 'That makes [was+now] miles.'],
      limits: { b: [2, 20] },
    },
    {
      say: ['{Who} repeats the whole trip until it is done {a} times.'],
      lines: ['In all it is [now*a] miles.'],
      limits: { a: [3, 6] },
    },
    {
      say: ['But a new road saves {her} {a} miles of this.'],
      lines: ['That leaves [now-a] miles.'],
    },
  ],
  ends: [
    { say: ['How many miles is that in all?', 'How many miles is that?'], lines: [] },
    {
      say: ['How many miles are left to the sea?'],
      fact: 'The whole way to the sea is {a} miles.',
      lines: ['There are [a-now] miles left.'],
    },
    {
      say: [
        'The whole way is {a} miles. {Who} goes the rest in {b} days, the same number of miles each day. How many miles does {who} go on each of these days?',
      ],
      lines: ['There are [a-now] miles left.', 'Each day {name} goes [now/b] miles.'],
    },
    {
      say: [
        '{pal} goes just as far in {a} days, the same number of miles each day. How many miles does {pal} go each day?',
      ],
      lines: ['Each day {pal} goes [now/a] miles.'],
    },
    {
      say: ['{pal} goes {a} miles more than {name}. How many miles does {pal} go?'],
      lines: ['{pal} goes [now+a] miles.'],
    },
    {
      say: ['How many dollars does the whole way cost?'],
      fact: 'Each mile costs ${a}.',
      lines: ['It costs [now*a] dollars.'],
    },
    {
      say: ['A map splits the way into parts of {a} miles. How many parts are there?'],
      lines: ['There are [now/a] parts.'],
    },
  ],
  asides: [
    '{name} is {a} years old.',
    'The bag weighs {a} pounds.',
    'The hills are {a} miles from the town of {mate}.',
  ],
};
