import type { Family } from '../part.ts';

/** Things made out of smaller things: chains, walls, quilts. */
export const craft: Family = {
  name: 'craft',
  things: ['toys', 'house'],
  goods: ['paper'],
  openings: [
    { say: ['{Who} makes {a} chains with {b} {things} in each.', '{Who} uses {b} {things} for a chain and makes {a} chains.'], lines: ['{name} uses [a*b] {things}.'] },
    { say: ['{Who} uses {a} {things} for a tower and {b} {things} for a bridge.'], lines: ['{name} uses [a+b] {things}.'] },
    { say: ['{friend} uses {a} {things} for a tower. The tower of {name} has {b} more {things}.'], lines: ['{name} uses [a+b] {things}.'] },
    { say: ['{Who} builds {a} walls. Each wall has {b} rows of {c} {things}.'], lines: ['A wall has [b*c] {things}.', '{name} uses [a*now] {things}.'], limits: { a: [2, 6], b: [2, 9], c: [2, 12] } },
    { say: ['{Who} makes {a} big chains with {b} {things} each and {c} small chains with {d} {things} each.'], lines: ['Big chains take [a*b] {things}.', 'Small chains take [c*d] {things}.', '{name} uses [r1+r2] {things}.'] },
  ],
  moves: [
    { say: ['Then {who} adds {a} more {things}.', 'To make it nicer {who} adds {a} {things}.'], lines: ['That makes [now+a] {things}.'] },
    { say: ['{mate} helps and adds {a} {things}.'], lines: ['That makes [now+a] {things}.'] },
    { say: ['{a} of the {things} fall off.', 'Then {who} takes off {a} {things} again.'], lines: ['That leaves [now-a] {things}.'] },
    { say: ['Then {who} adds {a} rings with {b} {things} each.'], lines: ['The rings take [a*b] {things}.', 'That makes [was+now] {things}.'] },
    { say: ['{Who} likes it and makes all of it {a} times.'], lines: ['In all it is [now*a] {things}.'], limits: { a: [3, 5] } },
  ],
  ends: [
    { say: ['How many {things} does {who} use in all?', 'How many {things} are used in the end?'], lines: [] },
    { say: ['How many {things} are not used?'], fact: '{name} has {a} {things} in a drawer for this.', lines: ['There are [a-now] {things} left.'] },
    { say: ['The {things} come in packs of {a}. How many packs does {who} need?'], lines: ['{name} needs [now/a] packs.'] },
    { say: ['{a thing} costs ${a}. How many dollars do all the {things} cost?'], lines: ['They cost [now*a] dollars.'] },
    { say: ['{Who} takes it apart and shares the {things} equally among {a} children. How many {things} does each child get?'], lines: ['Each child gets [now/a] {things}.'] },
    { say: ['{pal} uses {a} fewer {things} than {name}. How many {things} do they use together?'], lines: ['{pal} uses [now-a] {things}.', 'Together they use [was+now] {things}.'] },
    { say: ['{pal} uses {a} times as many {things} as {name}. How many {things} does {pal} use?'], lines: ['{pal} uses [now*a] {things}.'], limits: { a: [3, 9] } },
  ],
  asides: ['{name} is {a} years old.', 'It takes {a} minutes.', '{mate} has {a} {goods}.'],
};
