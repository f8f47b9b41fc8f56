import type { Family } from '../part.ts';

/** Students on a trip, in classes, groups and teams. */
export const school: Family = {
  name: 'school',
  things: ['school'],
  goods: ['toys'],
  openings: [
    {
      say: [
        'A school has {a} classes of {b} students.',
        'There are {a} classes with {b} students each in a school.',
      ],
      lines: ['The school has [a*b] students.'],
    },
    {
      say: [
        '{a} girls and {b} boys sign up for a trip.',
        '{a} boys and {b} girls sign up for a trip.',
      ],
      lines: ['It starts with [a+b] students.'],
    },
    {
      say: ['{a} students want to go on a trip.', 'A camp starts with {a} students.'],
      lines: [],
      holds: true,
    },
    {
      say: ['There are {a} girls in a choir and {b} fewer boys than girls.'],
      lines: ['There are [a-b] boys.', 'The choir has [a+now] students.'],
    },
    {
      say: ['In a hall {a} benches seat {b} students each and {c} students stand.'],
      lines: ['The benches seat [a*b] students.', 'The hall has [now+c] students.'],
    },
  ],
  moves: [
    {
      say: [
        '{a} of the students fall ill and stay at home.',
        'Then {a} students change their minds and leave.',
      ],
      lines: ['That leaves [now-a] students.'],
    },
    {
      say: ['{a} of the students leave early.', 'Later {a} students have to go home.'],
      lines: ['That leaves [now-a] students.'],
    },
    {
      say: ['Then {a} new students join them.', 'Later {a} more students come.'],
      lines: ['That makes [now+a] students.'],
    },
    {
      say: ['{a} classes of {b} students from the next town join them.'],
      lines: ['The classes have [a*b] students.', 'That makes [was+now] students.'],
    },
    {
      say: ['{a} teams of {b} students go to a game instead.'],
      lines: ['The teams have [a*b] students.', 'That leaves [was-now] students.'],
      mark: 'teams',
    },
    {
      say: ['Half of the students go to the lake instead.'],
      lines: ['That leaves [now/2] students.'],
    },
  ],
  ends: [
    {
      say: ['How many students are there now?', 'How many students are there in the end?'],
      lines: [],
    },
    {
      say: ['They go in vans, and {a} students fit in each van. How many vans are full?'],
      lines: ['They fill [now/a] vans.'],
    },
    {
      say: ['They form {a} equal teams. How many students are in each team?'],
      lines: ['Each team has [now/a] students.'],
      mark: 'teams',
    },
    {
      say: ['They form groups of {a}. How many groups are there?'],
      lines: ['There are [now/a] groups.'],
    },
    {
      say: ['How many dollars do all the students pay now?'],
      fact: 'Each student pays ${a} for the day.',
      lines: ['They pay [now*a] dollars.'],
    },
    {
      say: ['Each student gets {a} {things}. How many {things} are needed?'],
      lines: ['They need [now*a] {things}.'],
    },
    {
      say: ['There are {a} chairs. How many chairs stay empty?'],
      lines: ['There are [a-now] empty chairs.'],
    },
    {
      say: ['{a} teachers come too. How many people are there in all?'],
      lines: ['In all there are [now+a] people.'],
      limits: { a: [2, 20] },
    },
  ],
  asides: [
    'The school has {a} windows.',
    'The bell rings {a} times a day.',
    'It is {a} degrees outside.',
  ],
};
