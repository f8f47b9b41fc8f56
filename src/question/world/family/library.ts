import type { Family } from '../part.ts';

const book = { one: 'book', many: 'books' };

/** Books on shelves, lent and brought back. */
export const library: Family = {
  name: 'library',
  things: ['school'],
  goods: ['house'],
  openings: [
    {
      say: [
        'The library has {a} shelves with {b} books on each.',
        'Each of the {a} shelves of the library holds {b} books.',
      ],
      lines: ['The library has [a*b] {things}.'],
      becomes: book,
    },
    {
      say: ['The library has {a} old books and {b} new books.'],
      lines: ['The library has [a+b] {things}.'],
      becomes: book,
    },
    {
      say: ['The library owns {a} books.', 'There are {a} books in the library.'],
      lines: [],
      holds: true,
      becomes: book,
    },
    {
      say: ['The library has {a} shelves with {b} books each and {c} books on a table.'],
      lines: ['The shelves hold [a*b] {things}.', 'The library has [now+c] {things}.'],
      becomes: book,
    },
    {
      say: ['The library has {a} story books and {b} fewer picture books.'],
      lines: ['There are [a-b] picture {things}.', 'The library has [a+now] {things}.'],
      becomes: book,
    },
  ],
  moves: [
    {
      say: ['On Monday {a} books are lent out.', 'On Monday people take home {a} books.'],
      lines: ['That leaves [now-a] {things}.'],
      place: 'first',
    },
    {
      say: ['Then {a} children take home {b} books each.', '{a} people borrow {b} books each.'],
      lines: ['They take [a*b] {things}.', 'That leaves [was-now] {things}.'],
      limits: { b: [2, 9] },
    },
    {
      say: ['On Tuesday {a} books are brought back.', 'On Tuesday people return {a} books.'],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: ['{name} gives the library {a} books.', 'The town pays for {a} new books.'],
      lines: ['That makes [now+a] {things}.'],
    },
    {
      say: ['{a} people bring back {b} books each.'],
      lines: ['They bring [a*b] {things}.', 'That makes [was+now] {things}.'],
      limits: { b: [2, 12] },
    },
    {
      say: ['{a} old books are thrown away.', 'A fire spoils {a} books.'],
      lines: ['That leaves [now-a] {things}.'],
    },
    { say: ['Half of the books move to a new house.'], lines: ['That leaves [now/2] {things}.'] },
  ],
  ends: [
    {
      say: [
        'How many books are in the library now?',
        'How many books does the library have in the end?',
      ],
      lines: [],
    },
    {
      say: ['The books are set up equally in {a} rooms. How many books are in each room?'],
      lines: ['Each room has [now/a] {things}.'],
    },
    {
      say: ['All the books are packed into boxes of {a}. How many boxes are there?'],
      lines: ['There are [now/a] boxes.'],
    },
    {
      say: ['All these books are sold for ${a} each. How many dollars is that?'],
      lines: ['They bring [now*a] dollars.'],
    },
    {
      say: ['How many more books does the library need?'],
      fact: 'The library wants to have {a} books.',
      lines: ['It needs [a-now] {things}.'],
    },
    {
      say: [
        'The next town has {a} more books in its library. How many books does the next town have?',
      ],
      lines: ['The next town has [now+a] {things}.'],
    },
    {
      say: [
        'The next town has {a} fewer books in its library. How many books do the two libraries have together?',
      ],
      lines: ['The next town has [now-a] {things}.', 'Together they have [was+now] {things}.'],
    },
  ],
  asides: [
    'The library is {a} years old.',
    'The library has {a} chairs.',
    'It is {a} degrees outside.',
  ],
};
