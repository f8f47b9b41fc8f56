import type { Family } from '../part.ts';

/** Minutes and hours spent on one thing after the other. */
export const time: Family = {
  name: 'time',
  things: ['school'],
  goods: ['toys'],
  openings: [
    {
      say: [
        '{Who} practices the piano {b} minutes a day for {a} days.',
        'For {a} days {who} runs {b} minutes each day.',
      ],
      lines: ['{name} needs [a*b] minutes.'],
    },
    {
      say: [
        '{Who} spends {a} minutes on math and {b} minutes on art.',
        '{Who} walks for {a} minutes and then waits {b} minutes for a train.',
      ],
      lines: ['{name} needs [a+b] minutes.'],
    },
    {
      say: [
        '{Who} solves {a} puzzles and needs {b} minutes for each.',
        '{Who} needs {b} minutes to fold a kite. {Who} folds {a} kites.',
      ],
      lines: ['{name} needs [a*b] minutes.'],
    },
    {
      say: ['{friend} works for {a} minutes. {name} works {b} times as long as {friend}.'],
      lines: ['{name} works [a*b] minutes.'],
      limits: { a: [5, 60], b: [3, 6] },
    },
    {
      say: [
        '{friend} needs {a} minutes to clean up. {name} needs {b} minutes longer.',
        'To clean up {friend} needs {a} minutes and {name} {b} minutes more than that.',
      ],
      lines: ['{name} needs [a+b] minutes.'],
    },
    {
      say: [
        '{Who} paints {a} doors. Each door takes {b} minutes, and mixing the paint takes {c} minutes.',
      ],
      lines: ['The doors take [a*b] minutes.', '{name} needs [now+c] minutes.'],
    },
  ],
  moves: [
    {
      say: ['After that {who} rests for {a} minutes.', 'Then {who} takes a break of {a} minutes.'],
      lines: ['That makes [now+a] minutes.'],
    },
    {
      say: ['Then {who} cooks for {a} minutes.', 'After that {who} reads for {a} minutes.'],
      lines: ['That makes [now+a] minutes.'],
    },
    {
      say: [
        'Next {who} writes {a} letters and needs {b} minutes for each.',
        'Then {who} bakes {a} cakes, one after the other, and each takes {b} minutes.',
      ],
      lines: ['This takes [a*b] minutes.', 'That makes [was+now] minutes.'],
    },
    {
      say: ['Help from {mate} saves {her} {a} minutes of this time.'],
      lines: ['That leaves [now-a] minutes.'],
      limits: { a: [2, 40] },
    },
    {
      say: ['With a new tool {who} needs only half of this time.'],
      lines: ['That leaves [now/2] minutes.'],
    },
  ],
  ends: [
    {
      say: ['How many minutes is that in all?', 'How many minutes does it take in all?'],
      lines: [],
    },
    {
      say: ['How many minutes of free time are left?'],
      fact: '{name} has {a} minutes of free time.',
      lines: ['There are [a-now] minutes left.'],
    },
    {
      say: ['{Who} has {a} hours, and an hour has 60 minutes. How many minutes are left?'],
      lines: ['The hours have [a*60] minutes.', 'There are [now-was] minutes left.'],
    },
    {
      say: ['{Who} does all this {a} times. How many minutes does it take?'],
      lines: ['It takes [now*a] minutes.'],
      limits: { a: [3, 7] },
    },
    {
      say: ['{pal} splits the same time into {a} equal parts. How many minutes long is each part?'],
      lines: ['Each part has [now/a] minutes.'],
    },
    {
      say: ['{pal} needs {a} minutes longer than {name}. How many minutes does {pal} need?'],
      lines: ['{pal} needs [now+a] minutes.'],
    },
    {
      say: ['{pal} needs {a} minutes less than {name}. How many minutes does {pal} need?'],
      lines: ['{pal} needs [now-a] minutes.'],
    },
  ],
  asides: [
    '{name} is {a} years old.',
    'The radio plays {a} songs.',
    'The watch of {name} cost ${a}.',
  ],
};
