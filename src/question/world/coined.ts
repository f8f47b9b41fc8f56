/**
 * Names and things that nobody has, put together from syllables. Training problems told with them teach a
 * model to carry over whatever word a story uses, instead of those few it has seen.
 */
import type { Random } from '../../base/random.ts';
import type { Noun, Person } from './words.ts';
import { plural } from './words.ts';

const STARTS = 'b c d f g h j k l m n p r s t v w z br ch cl dr fl gr pl sh sl st th tr'.split(' ');
const VOWELS = 'a e i o u ai ea ee oo ou'.split(' ');
const ENDS = 'b d g ck l m n p r t nd nt rk st lt mp'.split(' ');

function coin(random: Random): string {
  const first = random.pick(STARTS) + random.pick(VOWELS);
  const middle = random.next() < 0.5 ? random.pick(STARTS) + random.pick(VOWELS) : '';
  return first + middle + random.pick(ENDS);
}

function several<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

/** As many women as men. */
export function coinedPeople(random: Random, each: number): Person[] {
  const name = (): string => coin(random).replace(/^./, (letter) => letter.toUpperCase());
  return [true, false].flatMap((female) => several(each, () => ({ name: name(), female })));
}

export function coinedThings(random: Random, count: number): Noun[] {
  return several(count, () => {
    const one = coin(random);
    return { one, many: plural(one) };
  });
}
