import type { Family } from '../part.ts';

/** Tickets and seats of a show. */
export const seats: Family = {
  name: 'seats',
  things: ['paper'],
  goods: ['house'],
  openings: [
    {
      say: [
        'A theater has {a} rows of {b} seats.',
        'There are {a} rows with {b} seats each in a theater.',
      ],
      lines: ['It has [a*b] seats.'],
    },
    {
      say: ['A circus has {a} seats on the left and {b} seats on the right.'],
      lines: ['It has [a+b] seats.'],
    },
    {
      say: ['A small theater has {a} seats.', 'There are {a} seats in a tent.'],
      lines: [],
      holds: true,
    },
    {
      say: ['A hall has {a} long rows of {b} seats and {c} short rows of {d} seats.'],
      lines: [
        'Long rows have [a*b] seats.',
        'Short rows have [c*d] seats.',
        'The hall has [r1+r2] seats.',
      ],
    },
    {
      say: ['A hall has {a} rows of {b} seats, and {c} chairs are put at the back as extra seats.'],
      lines: ['The rows have [a*b] seats.', 'The hall has [now+c] seats.'],
    },
  ],
  moves: [
    {
      say: ['{a} of the seats are broken and taken away.', 'Then {a} old seats are taken away.'],
      lines: ['That leaves [now-a] seats.'],
      limits: { a: [2, 40] },
    },
    {
      say: ['{a} seats are kept for the band.', '{a} seats are kept for old people.'],
      lines: ['That leaves [now-a] seats.'],
    },
    {
      say: ['{name} brings {a} more seats.', 'Then {a} more seats are put in.'],
      lines: ['That makes [now+a] seats.'],
    },
    {
      say: ['{a} rows of {b} new seats are added.'],
      lines: ['The new rows have [a*b] seats.', 'That makes [was+now] seats.'],
    },
    {
      say: ['{a} groups of {b} people take their seats.', '{a} families of {b} sit down.'],
      lines: ['They take [a*b] seats.', 'That leaves [was-now] seats.'],
    },
    { say: ['Half of the seats are given to a school.'], lines: ['That leaves [now/2] seats.'] },
  ],
  ends: [
    {
      say: ['How many free seats are there now?', 'How many free seats are there in the end?'],
      lines: [],
    },
    {
      say: [
        'A ticket for a seat costs ${a}. All the free seats are sold. How many dollars is that?',
      ],
      lines: ['They bring [now*a] dollars.'],
    },
    {
      say: [
        'All the free seats are sold for ${a} each. The band gets ${b} of the money. How many dollars are left?',
      ],
      lines: ['They bring [now*a] dollars.', 'That leaves [now-b] dollars.'],
    },
    {
      say: [
        '{a} classes get the free seats, the same number each. How many seats does each class get?',
      ],
      lines: ['Each class gets [now/a] seats.'],
    },
    {
      say: ['Then {a} people buy one free seat each. How many seats stay free?'],
      lines: ['That leaves [now-a] seats.'],
    },
    {
      say: ['The free seats are sold in groups of {a}. How many groups are there?'],
      lines: ['There are [now/a] groups.'],
    },
    {
      say: ['{a} people want the free seats, one each. How many people get no seat?'],
      lines: ['They lack [a-now] seats.'],
    },
  ],
  asides: [
    'The show lasts {a} minutes.',
    'The band has {a} players.',
    'The roof is {a} feet high.',
  ],
};
