/** How many easy answers are compared in a second: those that need no algebra, which nearly all are. */
import { createRandom } from '../src/base/random.ts';
import { compare } from '../src/reward/maths/compare.ts';
import { wholeReading } from '../src/reward/maths/read.ts';
import type { Equality } from '../src/reward/maths/reading.ts';
import { median } from '../src/stats/median.ts';
import { row, type Row } from './row.ts';

const count = 20_000;
const rounds = 5;
/** A second. */
const budget = 5000;

/** A number in two ways of writing, the second also by another number that is not equal to it. */
type Form = (n: number) => readonly [gold: string, same: string, other: string];

const FORMS: readonly Form[] = [
  (n) => [`${n}`, `${n}.0`, `${n + 1}`],
  (n) => [`\\frac{${n}}{7}`, `${2 * n}/14`, `${n}/8`],
  (n) => [`${n}\\%`, `${n / 100}`, `${n}1\\%`],
  (n) => [`\\$${n}`, `${n} dollars`, `${n + 2} dollars`],
  (n) => [`${n} \\text{ km}`, `${1000 * n} m`, `${n + 1} km`],
  (n) => [(1000 * n).toLocaleString('en'), `${1000 * n}`, `${1000 * n + 1}`],
  (n) => [`(${n}, ${n + 1})`, `\\left(${n}, ${n + 1}\\right)`, `(${n + 1}, ${n})`],
  (n) => [`\\text{line ${n}}`, `Line ${n}`, `plane ${n}`],
];

interface Pair {
  readonly gold: string;
  readonly answer: string;
  readonly expected: Equality;
}

function pairs(): Pair[] {
  const random = createRandom(1);
  return Array.from({ length: count }, (_, at): Pair => {
    const [gold, same, other] = (FORMS[at % FORMS.length] as Form)(1 + Math.floor(random.next() * 900));
    return random.next() < 0.5
      ? { gold, answer: same, expected: 'equal' }
      : { gold, answer: other, expected: 'different' };
  });
}

export async function answerRows(say: (text: string) => void): Promise<Row[]> {
  say(`${count} comparisons, ${rounds} times`);
  const made = pairs();
  const seconds: number[] = [];
  let right = 0;
  for (let round = 0; round < rounds; round++) {
    right = 0;
    const start = performance.now();
    for (const { gold, answer, expected } of made) {
      const verdict = await compare(wholeReading(gold), wholeReading(answer));
      if (verdict === expected) right += 1;
    }
    seconds.push((performance.now() - start) / 1000);
  }
  const common = { suite: 'answers', engine: null, group: null, better: 'more' } as const;
  return [
    row({
      ...common,
      name: 'easy answers compared',
      metric: 'speed',
      ours: count / median(seconds),
      against: budget,
      unit: '/s',
    }),
    row({
      ...common,
      name: 'verdicts on them that are right',
      metric: 'accuracy',
      ours: (100 * right) / count,
      against: 100,
      unit: '%',
    }),
  ];
}
