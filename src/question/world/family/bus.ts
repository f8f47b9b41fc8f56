import type { Family } from '../part.ts';

/** People get on and off a bus or a train. */
export const bus: Family = {
  name: 'bus',
  things: ['school'],
  goods: ['paper'],
  openings: [
    {
      say: ['A bus leaves the station with {a} people.', 'There are {a} people on a bus.'],
      lines: [],
      holds: true,
      limits: { a: [6, 80] },
    },
    {
      say: [
        'A train has {a} cars with {b} people in each.',
        'There are {b} people in each of the {a} cars of a train.',
      ],
      lines: ['The train has [a*b] people.'],
    },
    {
      say: ['A boat takes {a} women and {b} men on board.', '{a} women and {b} men are on a boat.'],
      lines: ['The boat has [a+b] people.'],
      mark: 'children',
    },
    {
      say: ['{a} adults are on a train. There are {b} times as many children as adults on it.'],
      lines: ['There are [a*b] children.', 'The train has [a+now] people.'],
      mark: 'children',
      limits: { b: [3, 6] },
    },
    {
      say: [
        'A train has {a} rows with {b} seats each. {c} of the seats are empty and people sit in all the others.',
      ],
      lines: ['The train has [a*b] seats.', 'It has [now-c] people.'],
      mark: 'seats',
    },
  ],
  moves: [
    {
      say: ['At the first stop {a} people get off.', 'At the first stop {a} people leave.'],
      lines: ['That leaves [now-a] people.'],
      place: 'first',
    },
    {
      say: ['At the market {a} people get off.', 'At the market {a} people leave.'],
      lines: ['That leaves [now-a] people.'],
    },
    {
      say: ['At the park {a} people get on.', 'At the park {a} more people get on.'],
      lines: ['That makes [now+a] people.'],
    },
    {
      say: ['At the school {a} people get on.', 'At the school {a} more people join them.'],
      lines: ['That makes [now+a] people.'],
    },
    {
      say: ['At the next stop {a} groups of {b} people get on.'],
      lines: ['The groups have [a*b] people.', 'That makes [was+now] people.'],
    },
    {
      say: ['At the zoo {a} families of {b} get off.'],
      lines: ['The families have [a*b] people.', 'That leaves [was-now] people.'],
      limits: { b: [3, 6] },
    },
    { say: ['At the museum half of the people get off.'], lines: ['That leaves [now/2] people.'] },
  ],
  ends: [
    {
      say: ['How many people are on board now?', 'How many people are still on board?'],
      lines: [],
    },
    {
      say: ['Each of the people now pays ${a}. How many dollars do they pay?'],
      lines: ['They pay [now*a] dollars.'],
    },
    {
      say: ['There are {a} seats. How many seats are empty now?'],
      lines: ['There are [a-now] empty seats.'],
      mark: 'seats',
      peak: true,
    },
    {
      say: [
        'At the last stop all of them get off and walk in groups of {a}. How many groups are there?',
      ],
      lines: ['There are [now/a] groups.'],
    },
    {
      say: ['{a} of the people are children. How many adults are on board now?'],
      lines: ['There are [now-a] adults.'],
      mark: 'children',
    },
    {
      say: [
        'At the last stop they all get into {a} vans, the same number in each. How many people are in each van?',
      ],
      lines: ['Each van has [now/a] people.'],
    },
  ],
  asides: [
    'The driver is {a} years old.',
    'The trip takes {a} minutes.',
    'The wind blows at {a} miles an hour.',
  ],
};
