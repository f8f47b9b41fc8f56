import { describe, expect, test } from 'vitest';
import { spoken } from '../../src/reward/thinking.ts';

describe('what a model says', () => {
  test.each([
    ['<think>\nIs it? It is.\n</think>\n\nYes', 'Yes'],
    ['<think>\n\n</think>\n\nYes', 'Yes'],
    ['  <think>Hm.</think>Yes', 'Yes'],
    ['<think>a</think>\n<think>b</think>\nYes', 'Yes'],
    ['<think>a</think>{"reason": "It ends in </think>."}', '{"reason": "It ends in </think>."}'],
  ])('comes after its thinking: %j', (text, said) => {
    expect(spoken(text).trim()).toBe(said);
  });

  test('comes after an end alone, where its prompt opened the thinking', () => {
    expect(spoken('- is this one?\nIt is.\n</think>\n\n- This one.').trim()).toBe('- This one.');
  });

  test.each(['<think>', '<think>\n- a\n- b', ''])('is nothing where its thinking never ends: %j', (text) => {
    expect(spoken(text)).toBe('');
  });

  test.each([
    'Yes. It is so.',
    '{"verdict": "no", "reason": "It stops at </think>."}',
    '- Has no <think> tag.\n- Puts <think> before </think>.',
  ])('is all of a reply that only names the marks: %j', (text) => {
    expect(spoken(text)).toBe(text);
  });
});
