import type { Family } from '../part.ts';

/** Points won and lost. */
export const games: Family = {
  name: 'games',
  things: ['toys'],
  goods: ['paper'],
  openings: [
    {
      say: [
        '{Who} plays {a} games and scores {b} points in each.',
        'In each of {a} games {who} scores {b} points.',
      ],
      lines: ['{name} scores [a*b] points.'],
    },
    {
      say: ['{Who} scores {a} points in the first round and {b} points in the second.'],
      lines: ['{name} scores [a+b] points.'],
    },
    {
      say: ['{Who} starts a game with {a} points.', '{Who} has {a} points in a game.'],
      lines: [],
      holds: true,
    },
    {
      say: [
        '{friend} scores {a} points. {name} scores {b} times as many points as {friend}.',
        '{name} scores {b} times as many points as {friend}, who scores {a}.',
      ],
      lines: ['{name} scores [a*b] points.'],
      limits: { b: [3, 9] },
    },
    {
      say: ['{friend} scores {a} points. {name} scores {b} points fewer.'],
      lines: ['{name} scores [a-b] points.'],
    },
    {
      say: [
        '{Who} hits {a} red targets for {b} points each and {c} blue targets for {d} points each.',
      ],
      lines: [
        'Red targets give [a*b] points.',
        'Blue targets give [c*d] points.',
        '{name} scores [r1+r2] points.',
      ],
    },
  ],
  moves: [
    {
      say: ['Then {who} wins {a} more points.', 'In the next round {who} gets {a} more points.'],
      lines: ['That makes [now+a] points.'],
    },
    {
      say: [
        'For a mistake {who} loses {a} points.',
        'Then {who} drops the ball and loses {a} points.',
      ],
      lines: ['That leaves [now-a] points.'],
    },
    { say: ['{Who} breaks a rule and pays {a} points.'], lines: ['That leaves [now-a] points.'] },
    {
      say: ['Then {who} wins {a} rounds with {b} points each.'],
      lines: ['The rounds give [a*b] points.', 'That makes [was+now] points.'],
    },
    {
      say: ['Then {who} makes {a} mistakes and loses {b} points for each.'],
      lines: ['The mistakes cost [a*b] points.', 'That leaves [was-now] points.'],
      limits: { b: [2, 10] },
    },
    {
      say: [
        'A lucky card doubles {hers} points.',
        '{Who} draws a card that doubles {hers} points.',
      ],
      lines: ['The card makes it [now*2] points.'],
    },
    {
      say: ['A bad card takes half of {hers} points.'],
      lines: ['The card leaves [now/2] points.'],
    },
  ],
  ends: [
    {
      say: ['How many points does {who} have now?', 'How many points does {who} have in the end?'],
      lines: [],
    },
    {
      say: ['How many more points does {who} need to win the cup?'],
      fact: 'A player needs {a} points to win the cup.',
      lines: ['{name} needs [a-now] points.'],
    },
    {
      say: ['{Who} trades all the points for prizes. How many prizes does {who} get?'],
      fact: 'A prize costs {a} points.',
      lines: ['{name} gets [now/a] prizes.'],
    },
    {
      say: ['{pal} has {a} points more than {name}. How many points do they have together?'],
      lines: ['{pal} has [now+a] points.', 'Together they have [was+now] points.'],
    },
    {
      say: ['{pal} has {a} points fewer than {name}. How many points does {pal} have?'],
      lines: ['{pal} has [now-a] points.'],
    },
    {
      say: ['{Who} gets {a} {things} for every point. How many {things} does {who} get?'],
      lines: ['{name} gets [now*a] {things}.'],
      limits: { a: [2, 6] },
    },
    {
      say: [
        'The points are split equally among the {a} players of the team. How many points does each player get?',
      ],
      lines: ['Each player gets [now/a] points.'],
    },
  ],
  asides: [
    '{name} is {a} years old.',
    'The cup is {a} years old.',
    '{name} wears the number {a}.',
    'The game takes {a} minutes.',
  ],
};
