import { describe, expect, test } from 'vitest';
import { compareResults, sumsOf } from '../../../src/synthesis/explain/sums.ts';
import { tokensOf } from '../../../src/synthesis/explain/tokens.ts';

const sums = (text: string): string[] => sumsOf(tokensOf(text)).map((sum) => sum.text);

describe('a sum is read', () => {
  test.each([
    ['They fill 408 / 12 = 34 boxes.', '408 / 12 = 34'],
    ['$\\frac{408}{12} = 34$', '408 / 12 = 34'],
    ['x = 408 ÷ 12 = **34**', '408 / 12 = 34'],
    ['So $408/12=\\boxed{34}$.', '408 / 12 = 34'],
    ['(408 / 12 = 34)', '408 / 12 = 34'],
    ['\\[ 34 \\times 9 = 306 \\]', '34 * 9 = 306'],
    ['5 red apples + 3 apples = 8 apples', '5 + 3 = 8'],
    ['1,234 + 6 = 1,240', '1234 + 6 = 1240'],
    ['$5 x 3 is $15', '5 * 3 = 15'],
    ['Dividing 408 caps by 12 gives 34 boxes.', '408 / 12 = 34'],
    ['We multiply 34 by 9, which is 306.', '34 * 9 = 306'],
    ['Subtracting 5 from 12 yields 7.', '12 - 5 = 7'],
    ['12 divided by 4 is 3.', '12 / 4 = 3'],
    ['(2+3)*4 = 20', '(2 + 3) * 4 = 20'],
    ['20% * 50 = 10', '20% * 50 = 10'],
    ['7 - -2 = 9', '7 - -2 = 9'],
    ['3.14 * 2 ≈ 6.280', '3.14 * 2 = 6.280'],
  ])('from %j', (text, read) => {
    expect(sums(text)).toEqual([read]);
  });

  test('from every link of a chain', () => {
    expect(sums('2*3 + 4 = 6 + 4 = 10')).toEqual(['2 * 3 + 4 = 10', '6 + 4 = 10']);
  });

  test('not from numbers that only stand near each other', () => {
    expect(sums('In 12 boxes, 3 - no, 4 - are empty = sad')).toEqual([]);
    expect(sums('x = 5 and 12 boxes')).toEqual([]);
  });

  test('as one with its operands in another order, where that is the same', () => {
    const key = (text: string): string | undefined => sumsOf(tokensOf(text))[0]?.key;
    expect(key('3 + 4 = 7')).toBe(key('4 + 3 = 7'));
    expect(key('3 * 4 = 12')).toBe(key('4 * 3 = 12'));
    expect(key('3 - 4 = 1')).not.toBe(key('4 - 3 = 1'));
    expect(key('(2 + 3) * 4 = 20')).not.toBe(key('2 + 3 * 4 = 14'));
  });
});

describe('two results', () => {
  const result = (text: string) => {
    const places = text.split('.')[1]?.length ?? 0;
    return { value: Number(text), places };
  };

  test.each([
    ['34', '34.0', 'same'],
    ['3.14', '3.142', 'same'],
    ['34', '35', 'other'],
    ['34', '33.75', 'unsure'],
    ['3.14', '3.15', 'other'],
    ['3.1', '3.19', 'unsure'],
  ] as const)('%s and %s are %s', (a, b, wanted) => {
    expect(compareResults(result(a), result(b))).toBe(wanted);
    expect(compareResults(result(b), result(a))).toBe(wanted);
  });
});
