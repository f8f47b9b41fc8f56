/**
 * Names and things that nobody has, put together from syllables. Training problems told with them teach a
 * model to carry over whatever word a story uses, instead of those few it has seen.
 */
import type { Random } from '../../base/random.ts';
import type { Noun, Person } from './words.ts';
import { plural } from './words.ts';

const STARTS = 'b c d f g h j k l m n p r s t v w y z br ch cl cr dr fl fr gl gr pl pr qu sc sh sl sp st th tr'.split(' ');
const VOWELS = 'a e i o u a e i o u ai ea ee io oo ou'.split(' ');
const BETWEEN = [...STARTS, ...'bb ff gn ll mb mp nd nn nt pp rd rr rt ss st tt x'.split(' ')];
const ENDS = 'b d g ck l m n p r t x nd nt rk rn ss st lt mp ble'.split(' ');
/** Words of English begin and end with vowels too, some of them; how many do here is a guess. */
const VOWEL_FIRST = 0.15;
const VOWEL_LAST = 0.35;

function coin(random: Random): string {
  let word = random.next() < VOWEL_FIRST ? '' : random.pick(STARTS);
  word += random.pick(VOWELS);
  const more = random.pick([0, 0, 1, 1, 1, 2]);
  for (let i = 0; i < more; i++) word += random.pick(BETWEEN) + random.pick(VOWELS);
  const open = more > 0 && random.next() < VOWEL_LAST;
  return open ? word : word + random.pick(ENDS);
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
