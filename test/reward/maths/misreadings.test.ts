/** Pairs that were once read wrongly: each a form of answer, and its neighbour that means something else. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/reward/maths/compare.ts';
import { readAnswer, wholeReading } from '../../../src/reward/maths/read.ts';

type Pair = readonly [string, string];

interface Misreading {
  readonly about: string;
  readonly equal: readonly Pair[];
  /** Known to differ, or at least not known to be equal. */
  readonly apart: readonly Pair[];
}

const MISREADINGS: readonly Misreading[] = [
  {
    about: 'a letter behind a product, a power or a sum',
    equal: [
      ['\\frac13\\pi r^2 h', '\\frac{\\pi r^2 h}{3}'],
      ['\\frac12 b h', '\\frac{bh}2'],
      ['2 l + 2 w', '2(l+w)'],
      ['4 n', '4n'],
      ['d = 60 h', 'd = 60h'],
      ['2 k n', '2kn'],
      ['3 + n', 'n + 3'],
      ['2^n + n', 'n+2^n'],
      ['10 \\cdot g', '10g'],
    ],
    apart: [
      ['\\pi r^2 h', '\\pi r^2'],
      ['5 + 2 n', '7'],
      ['a_n = 3 + 4 n', 'a_n = 7'],
      ['20 + 5 h', '25'],
      ['3^n n', '3^n'],
      ['x^2 + 3 m', 'x^2+3'],
      ['\\frac{n(n+1)}{2} n', '\\frac{n(n+1)}{2}'],
      ['2 \\pi h', '2\\pi'],
    ],
  },
  {
    about: 'a unit behind one number',
    equal: [
      ['5 m', '5'],
      ['5m', '5 m'],
      ['5 kg', '5'],
      ['5 \\times 10^{-3} m', '0.005'],
      ['6\\sqrt{3} m', '6\\sqrt3'],
      ['12\\pi m^2', '12\\pi'],
      ['60 m/s', '60'],
      ['8x cm', '8x'],
      ['5 apples', '5'],
      ['10 + 5\\sqrt2 \\text{ cm}', '10+5\\sqrt2'],
      ['15 minutes', '900 s'],
      ['5 meters per second', '5 m/s'],
      ['5 meters per second', '5'],
      ['3 times', '3'],
      ['five times', '5'],
      ['3 h', '180 min'],
      ['12 g', '0.012 kg'],
      ['5 hours', '5'],
      ['3 l', '3000 ml'],
      ['\\frac{5}{2} h', '2.5'],
      ['$15 per hour', '15'],
      ['20 m s', '20'],
      ['5 µm', '5'],
    ],
    apart: [],
  },
  {
    about: 'letters that stand together',
    equal: [
      ['2x y z', '2xyz'],
    ],
    apart: [
      ['2abc', '2'],
      ['3xyz^2', '3'],
      ['x^2yzw', 'x^2'],
      ['12-3abc', '9'],
      ['1+2abc', '3'],
    ],
  },
  {
    about: 'measures that are listed or added up',
    equal: [
      ['5 cm and 6 cm', '5, 6'],
      ['2 hours and 30 minutes', '150 minutes'],
      ['5 ft 3 in', '63 inches'],
    ],
    apart: [
      ['5 cm and 6 cm', '4 cm and 7 cm'],
      ['5 cm and 6 cm', '11 cm'],
      ['30 degrees, 60 degrees, 90 degrees', '60 degrees, 60 degrees, 60 degrees'],
      ['10 years and 12 years', '22 years'],
      ['5 dollars and 10 dollars', '15 dollars'],
    ],
  },
  {
    about: 'chains of equals signs',
    equal: [
      ['\\frac{x-1}2=\\frac y3=\\frac{z+1}4', '\\frac{x-1}2=\\frac y3=\\frac{z+1}4'],
      ['x = y = 1', '(1,1)'],
      ['x = 2+3 = 5', '5'],
      ['A = \\pi r^2 = 9\\pi', '9\\pi'],
      ['y = 2x+3-1 = 2x+2', 'y=2x+2'],
      ['3*4=6*2=12', '12'],
    ],
    apart: [
      ['\\frac{x-1}2=\\frac y3=\\frac{z+1}4', '\\frac{x-1}2=\\frac y7=\\frac{z+1}4'],
      ['\\frac a2=\\frac b3=\\frac c4', '\\frac a2=\\frac b5=\\frac c4'],
      ['a=b=c', 'a=c'],
      ['x+y=3=z', 'x+y=7=z'],
      ['x=\\frac{y-1}{2}=\\frac{z}{3}', 'x=\\frac{y-5}{7}=\\frac{z}{3}'],
    ],
  },
  {
    about: 'numbers in words, and what belongs to them',
    equal: [
      ['two dozen', '24'],
      ['five twelfths', '5/12'],
      ['5 squared', '25'],
      ['5 factorial', '120'],
      ['5 hundred thousand', '500000'],
      ['two and three quarters', '2.75'],
      ['half an hour', '30 minutes'],
      ['a hundred', '100'],
      ['a dozen', '12'],
      ['a million', '1000000'],
      ['five apples', '5'],
      ['one hundred and five', '105'],
    ],
    apart: [
      ['two dozen', '2'],
      ['two trillion', '2'],
      ['five twelfths', '5'],
      ['one sixteenth', '1'],
      ['one millionth', '1'],
      ['twenty-first', '20'],
      ['three point five', '3'],
      ['two out of three', '2'],
      ['nine out of ten', '9'],
      ['six over seven', '6'],
      ['five plus two', '5'],
      ['four times five', '4'],
      ['four squared', '4'],
      ['five root two', '5'],
      ['zero and one', '1'],
      ['7 eighths', '7'],
      ['2 thirds', '2'],
      ['3 tenths', '3'],
      ['5 squared', '5'],
      ['5 below zero', '5'],
    ],
  },
  {
    about: 'equations that hold at different places',
    equal: [
    ],
    apart: [
      ['|x| = x', 'x = 0'],
      ['\\sqrt{x^2} = x', 'x = 0'],
      ['|x-1| = 1-x', 'x = 1'],
      ['|x|+x \\ge 0', 'x \\ge 0'],
      ['|x| = x', 'x \\ge 0'],
      ['y(xy-1)=0', 'xy-1=0'],
      ['x(xy-1)=0', 'xy-1=0'],
    ],
  },
  {
    about: 'what stands in brackets behind a number',
    equal: [
      ['5 (km)', '5 km'],
      ['12 (twelve)', '12'],
    ],
    apart: [
      ['7 (hours)', '7 (minutes)'],
      ['10 (dollars)', '10 (cents)'],
      ['5 (million)', '5'],
      ['3 (dozen)', '3'],
      ['1010 (base two)', '1010'],
      ['5(abc)', '5'],
      ['2x(abc)', '2x'],
    ],
  },
  {
    about: 'repeating decimals and hexadecimals',
    equal: [
      ['0.(3)', '1/3'],
      ['0xFF', '255'],
    ],
    apart: [
      ['0.1(6)', '0.6'],
      ['0.(3)', '0'],
      ['0xFF', '0'],
    ],
  },
  {
    about: 'ratios that begin with nothing',
    equal: [
      ['0:5:3', '0:10:6'],
      ['2:4', '1:2'],
    ],
    apart: [
      ['0:5:3', '0:7:1'],
      ['0:0', '1:2'],
    ],
  },
  {
    about: 'thousands in a list',
    equal: [
      ['12,000, 13,500, 14,250', '12000, 13500, 14250'],
      ['1,000, 2,000', '1000, 2000'],
      ['(1,000, 2,000)', '(1000, 2000)'],
      ['\\$1,000, \\$2,000', '1000, 2000'],
      ['x = 1,000, y = 2,000', 'x=1000, y=2000'],
    ],
    apart: [
      ['1,000, 2,000', '0, 1, 2000'],
    ],
  },
  {
    about: 'roots, powers of ten and Greek letters as they are typed',
    equal: [
      ['√12', '2\\sqrt3'],
      ['√16', '4'],
      ['3√10', '3\\sqrt{10}'],
      ['∛27', '3'],
      ['\\sqrt 16', '4'],
      ['\\sqrt3', '\\sqrt{3}'],
      ['3 x 10^5', '300000'],
      ['1.5x10^-3', '0.0015'],
      ['≈ 5', '5'],
      ['\\theta', 'θ'],
      ['2\\alpha + 1', '1+2α'],
      ['x ≈ 3.2', '3.2'],
    ],
    apart: [],
  },
  {
    about: 'lists that pair up in one way only',
    equal: [
      ['15%, 15', '15, 0.15'],
      ['1, 2, 3', '3, 1, 2'],
    ],
    apart: [
      ['1, 2, 2', '1, 1, 2'],
      ['\\{1,2\\}', '\\{2,3\\}'],
    ],
  },
];

describe.each(MISREADINGS)('$about', ({ equal, apart }) => {
  it.each(equal)('%s is %s', async (a, b) => {
    expect(await compare(wholeReading(a), wholeReading(b))).toBe('equal');
  });

  it.each(apart)('%s is not taken for %s', async (a, b) => {
    expect(await compare(wholeReading(a), wholeReading(b))).not.toBe('equal');
  });
});

/** The known answer, and a response that gives it. */
const RESPONSES: readonly Pair[] = [
  ['4', '#### Step 1: Add\n2+2=4\n\nThe answer is 4.'],
  ['4', '#### Final Answer\nThe answer is **4**.'],
  ['12', '#### 12\n\n#### Explanation\nbecause'],
  ['18', 'She has 9*2=18.\n#### 18'],
  ['12', 'The answer is 12.\n\nThis answer is correct.'],
  ['12', 'The answer is 12.\n\nI hope this answer is helpful!'],
  ['12', 'The answer is 12. The answer is reasonable because it is below 20.'],
  ['12', 'The answer is 12. The answer is always positive'],
  ['12', 'The answer is 12. Explanation: the answer is found by adding.'],
  ['5', 'The answer is therefore 5.'],
  ['5', 'The answer is thus 5'],
  ['5', 'The answer is equal to 5.'],
  ['-3', 'The answer is negative 3.'],
  ['12', 'The answer is 12, as required.'],
  ['12', 'The answer is 12 and I am sure'],
  ['12', 'The answer is 12, obtained by adding.'],
  ['12', 'The answer is 12; we used 3.'],
  ['12', 'The answer is 12, i.e. a dozen'],
  ['12', 'Answer: Sam has 12 apples.'],
  ['12', 'The final answer is that Sam has 12 apples.'],
  ['12', 'The answer is 12 ✓'],
  ['12', 'The final answer is:\n\\[\n12\n\\]'],
  ['12', 'The final answer is:\n$$\n12\n$$'],
  ['12', '{"answer": 12}'],
  ['12', '{"answer": "12"}'],
  ['B', 'The correct answer choice is (B).'],
  ['B', 'Answer choice: B'],
  ['5', 'The answer should be 5, not 4.'],
  ['12', 'So we have **12** apples.\n\n**Verification**\n3*4 = 12'],
  ['12', 'So we have **12** apples.\n\n**Conclusion**'],
  ['12', '**Total: 12 apples**'],
  ['2, 2', '\\boxed{2}, \\boxed{2}'],
  ['blue', 'The answer is blue.'],
  ['no solution', 'The answer is no solution.'],
  ['Paris', 'The answer is Paris, which is the capital.'],
  ['correct', 'The answer is correct.'],
  ['5', 'The answer is: 5'],
  ['\\frac{1}{2}', 'The answer is $\\frac{1}{2}$.'],
  ['(1,2)', 'So the answer is (1, 2).'],
  ['x=5', 'The answer is x = 5'],
  ['12', '# Answer\n12'],
  ['12', '<answer>12</answer>'],
  ['seven', 'The answer is seven (7).'],
  ['even', 'The answer is even.'],
  ['3, 4', 'The answers are 3 and 4.'],
  ['0.5', 'The answer is approx. 0.5'],
  ['6.02e23', 'The count is 6.02 × 10^23.'],
  ['3/4', 'So the probability is \\frac{3}{4}.'],
  ['12', 'The answer is 12 (see step 3).'],
  ['12', 'The answer is 12 - done.'],
  ['12', 'Answer: 12 🎉'],
  ['12', '- **Total apples**: 12'],
  ['-7', 'The answer is -7.'],
  ['x - y', 'The answer is x - y.'],
  ['12', 'We get 5 + 7 = 12'],
];

describe('a response', () => {
  it.each(RESPONSES)('whose answer is %s is read so: %s', async (known, text) => {
    expect(await compare(wholeReading(known), readAnswer(text))).toBe('equal');
  });
});
