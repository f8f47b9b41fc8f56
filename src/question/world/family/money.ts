import type { Family } from '../part.ts';

/** Someone gets money and spends it. */
export const money: Family = {
  name: 'money',
  things: ['house', 'school', 'toys'],
  goods: ['fruit', 'baked', 'sweets', 'paper', 'flowers'],
  openings: [
    { say: ['{Who} has ${a}.', '{Who} goes to the market with ${a}.'], lines: [], holds: true },
    {
      say: [
        '{Who} has ${a} and gets ${b} for {hers} birthday.',
        '{Who} has ${a} in one pocket and ${b} in the other.',
      ],
      lines: ['{name} has [a+b] dollars.'],
    },
    {
      say: [
        '{Who} works {a} hours for ${b} an hour.',
        '{Who} gets ${b} for an hour of work. {Who} works {a} hours.',
      ],
      lines: ['{name} earns [a*b] dollars.'],
      limits: { b: [5, 40] },
    },
    {
      say: ['{Who} saves ${b} a week for {a} weeks.', 'For {a} weeks {who} saves ${b} each week.'],
      lines: ['{name} saves [a*b] dollars.'],
    },
    {
      say: ['{Who} sells {a} {things} for ${b} each.', '{Who} sells {a} {things} at ${b} apiece.'],
      lines: ['{name} earns [a*b] dollars.'],
    },
    {
      say: ['{Who} sells {b} {things} for ${a} each.'],
      lines: ['{name} earns [b*a] dollars.'],
      limits: { a: [2, 12] },
    },
    {
      say: ['{Who} washes {a} cars for ${b} each and gets a tip of ${c}.'],
      lines: ['The cars bring [a*b] dollars.', '{name} has [now+c] dollars.'],
      limits: { c: [2, 30] },
    },
    {
      say: [
        '{Who} walks {a} dogs for ${b} each and feeds {c} cats for ${d} each.',
        'For ${b} each {who} walks {a} dogs. For ${d} each {she} feeds {c} cats.',
      ],
      lines: [
        'The dogs bring [a*b] dollars.',
        'The cats bring [c*d] dollars.',
        '{name} has [r1+r2] dollars.',
      ],
      limits: { b: [2, 25], d: [2, 25] },
    },
  ],
  moves: [
    {
      say: ['{Who} buys {a thing} for ${a}.', 'Then {who} pays ${a} for {a thing}.'],
      lines: ['That leaves [now-a] dollars.'],
    },
    {
      say: ['{Who} spends ${a} on lunch.', 'The bus home costs {her} ${a}.'],
      lines: ['That leaves [now-a] dollars.'],
      limits: { a: [2, 25] },
    },
    {
      say: ['{Who} buys {a} {goods} for ${b} each.', 'Then {who} buys {a} {goods} at ${b} apiece.'],
      lines: ['The {goods} cost [a*b] dollars.', 'That leaves [was-now] dollars.'],
      limits: { b: [2, 30] },
      mark: 'goods',
    },
    {
      say: ['{Hers} aunt gives {her} ${a}.', 'Then {who} finds ${a} in a drawer.'],
      lines: ['That makes [now+a] dollars.'],
    },
    {
      say: ['{Who} mows {a} lawns for ${b} each.', 'Then {who} paints {a} doors for ${b} each.'],
      lines: ['The work brings [a*b] dollars.', 'That makes [was+now] dollars.'],
      limits: { b: [3, 30] },
    },
    {
      say: [
        '{Who} gives half of {hers} money to {hers} brother.',
        '{Who} puts half of the money in the bank.',
      ],
      lines: ['{name} keeps [now/2] dollars.'],
    },
    {
      say: ['{Hers} father then doubles {hers} money.', 'Then {hers} uncle doubles {hers} money.'],
      lines: ['Now {name} has [now*2] dollars.'],
    },
    {
      say: ['{Who} splits the money equally with {mate} and {pal}, so that all 3 have the same.'],
      lines: ['{name} keeps [now/3] dollars.'],
      mark: 'split',
    },
  ],
  ends: [
    {
      say: [
        'How many dollars does {who} have now?',
        'How many dollars does {who} have in the end?',
      ],
      lines: [],
    },
    {
      say: [
        '{Who} spends all the money on {goods} at ${a} each. How many {goods} does {who} buy?',
        '{a good} costs ${a}. How many {goods} can {who} buy with all the money?',
      ],
      lines: ['{name} buys [now/a] {goods}.'],
      mark: 'goods',
    },
    {
      say: ['How many more dollars does {who} need for a bike?'],
      fact: 'A bike costs ${a}.',
      lines: ['{name} needs [a-now] dollars.'],
    },
    {
      say: ['{Who} splits the money equally among {a} jars. How many dollars are in each jar?'],
      lines: ['Each jar has [now/a] dollars.'],
      mark: 'split',
    },
    {
      say: ['The money has to last {a} days. How many dollars can {who} spend each day?'],
      lines: ['Each day {name} spends [now/a] dollars.'],
    },
    {
      say: ['{pal} has ${a} more than {name} has now. How many dollars does {pal} have?'],
      lines: ['{pal} has [now+a] dollars.'],
    },
    {
      say: ['{pal} has ${a} more than {name} has now. How many dollars do they have together?'],
      lines: ['{pal} has [now+a] dollars.', 'Together they have [was+now] dollars.'],
    },
    {
      say: ['How many more dollars than {pal} does {name} have now?'],
      fact: '{pal} has ${a}.',
      lines: ['{name} has [now-a] more dollars.'],
    },
  ],
  asides: [
    '{name} is {a} years old.',
    '{mate} has {a} {goods} at home.',
    'The shop is {a} minutes away.',
    'The bag of {name} weighs {a} pounds.',
  ],
};
