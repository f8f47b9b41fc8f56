import { describe, expect, test } from 'vitest';
import { LEVEL_NAMES } from '../../src/question/world/level.ts';
import { problemAt } from '../../src/question/world/problems.ts';
import { inWorld } from '../../src/question/world/recognise.ts';

describe('the problem world', () => {
  test('knows every problem it makes, ordinary or edited, word for word', () => {
    for (const level of LEVEL_NAMES) {
      for (let index = 0; index < 800; index += 1) {
        for (const wording of ['ordinary', 'edited'] as const) {
          const { question } = problemAt(31, index, level, wording);
          expect(inWorld(question), question).toEqual({ known: true, unknownWords: [] });
        }
      }
    }
  });

  test.each([
    'Who wrote Hamlet?',
    '',
    'How many?',
    'What is 12 + 30?',
    'How many apples does Mia have?',
    'How many liters fit into a tank with a radius of 2.5 and a height of 30?',
    'Mia has 25000 apples and buys 12 more. How many apples does she have now?',
    'Solve x^2 + 5x + 6 = 0 and say how many of the 2 roots are below 3.',
    'Anna hat 12 Äpfel und kauft 5 dazu. Wie viele Äpfel hat sie?',
    'The average of 5 marks is 40. If the lowest of them is dropped, how many is the average of the remaining 4?',
  ])('does not know "%s"', (question) => {
    expect(inWorld(question).known).toBe(false);
  });

  test('forgives a new name and a new thing, and names them', () => {
    const question =
      'Zarko has 12 dragons and buys 5 more dragons. How many dragons does Zarko have now?';
    expect(inWorld(question)).toEqual({ known: true, unknownWords: ['zarko', 'dragons'] });
  });

  test('names what it does not know, each word once', () => {
    expect(inWorld('Who wrote Hamlet? Hamlet!').unknownWords).toEqual(['wrote', 'hamlet']);
  });
});
