import type { Family } from '../part.ts';

/** Someone reads a book, page by page. */
export const reading: Family = {
  name: 'reading',
  things: ['school'],
  goods: ['toys'],
  openings: [
    {
      say: [
        '{Who} reads {b} pages a day for {a} days.',
        'For {a} days {who} reads {b} pages each day.',
      ],
      lines: ['{name} reads [a*b] pages.'],
    },
    {
      say: [
        '{Who} reads {a} pages on Monday and {b} pages on Tuesday.',
        'On Monday {who} reads {a} pages and on Tuesday {b} pages.',
      ],
      lines: ['{name} reads [a+b] pages.'],
    },
    {
      say: ['{Who} reads {a} pages on Saturday and {b} times as many on Sunday.'],
      lines: ['On Sunday {name} reads [a*b] pages.', 'Together it is [a+now] pages.'],
      limits: { b: [3, 6] },
    },
    {
      say: [
        '{Who} reads {a} short stories of {b} pages each and {c} long stories of {d} pages each.',
      ],
      lines: [
        'Short stories have [a*b] pages.',
        'Long stories have [c*d] pages.',
        '{name} reads [r1+r2] pages.',
      ],
    },
    {
      say: [
        '{friend} reads {a} pages. {name} reads {b} pages more than {friend}.',
        '{name} reads {b} pages more than {friend}, who reads {a} pages.',
      ],
      lines: ['{name} reads [a+b] pages.'],
    },
  ],
  moves: [
    {
      say: [
        'In the evening {who} reads {a} more pages.',
        'Before bed {who} reads another {a} pages.',
      ],
      lines: ['That makes [now+a] pages.'],
    },
    { say: ['On the bus {who} reads {a} more pages.'], lines: ['That makes [now+a] pages.'] },
    {
      say: [
        'In the next {a} hours {who} reads {b} pages an hour.',
        'Then {who} reads {a} chapters of {b} pages each.',
      ],
      lines: ['{name} then reads [a*b] pages.', 'That makes [was+now] pages.'],
    },
    {
      say: [
        'But {who} has counted {a} pages too many.',
        'Of these pages {a} were counted by mistake.',
      ],
      lines: ['That leaves [now-a] pages.'],
      limits: { a: [2, 30] },
    },
    {
      say: ['By the end of the month {who} has read {a} times as many pages.'],
      lines: ['It is now [now*a] pages.'],
      place: 'last',
      limits: { a: [3, 6] },
    },
  ],
  ends: [
    {
      say: ['How many pages does {who} read in all?', 'How many pages is that in all?'],
      lines: [],
    },
    {
      say: ['How many pages are left to read?'],
      fact: 'The whole book has {a} pages.',
      lines: ['There are [a-now] pages left.'],
    },
    {
      say: [
        'The whole book has {a} pages. {Who} reads the rest in {b} days, the same number of pages each day. How many pages does {who} read on each of these days?',
      ],
      lines: ['There are [a-now] pages left.', 'Each day {name} reads [now/b] pages.'],
    },
    {
      say: ['{Who} needs one hour for every {a} pages. How many hours does {who} read in all?'],
      lines: ['{name} reads for [now/a] hours.'],
      limits: { a: [5, 12] },
    },
    {
      say: ['{pal} reads {a} pages fewer than {name}. How many pages does {pal} read?'],
      lines: ['{pal} reads [now-a] pages.'],
    },
    {
      say: ['{pal} reads {a} times as many pages as {name}. How many pages does {pal} read?'],
      lines: ['{pal} reads [now*a] pages.'],
      limits: { a: [3, 9] },
    },
  ],
  asides: ['{name} is {a} years old.', 'The book cost ${a}.', '{name} owns {a} books.'],
};
