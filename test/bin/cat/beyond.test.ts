import { expect, test } from 'vitest';
import { beyondLines } from '../../../bin/cat/beyond.ts';
import { defaultSettings } from '../../../src/run/settings.ts';
import { easy } from '../../kit/easy.ts';
import { loadedModel, nanoSpec } from '../../kit/lab.ts';
import { question } from '../../run/lab-kit.ts';

const nano = loadedModel();
const settings = defaultSettings('nano');
const known = question(easy.question);
const strange = question('Who wrote Hamlet?');

test('nothing is said of questions and settings that nano learned', () => {
  expect(beyondLines([known, known], settings, nano)).toEqual([]);
});

test('questions outside nano’s world are counted in one line', () => {
  const line = (...questions: (typeof known)[]) => beyondLines(questions, settings, nano);
  expect(line(strange)).toEqual([
    'The question is outside nano’s world of short story problems: expect noise.',
  ]);
  expect(line(strange, known, strange)[0]).toMatch(/^2 of 3 questions are outside/);
  expect(line(strange, known)[0]).toMatch(/^1 of 2 questions is outside/);
});

test('settings outside what nano learned are said in one line', () => {
  const sampling = { ...settings.sampling, temperature: 1.5 };
  expect(beyondLines([known], { ...settings, group: 20, sampling }, nano)).toEqual([
    'Nano learned to reconcile 1 to 16 answers. Nano’s answers are meant for temperatures up to 1.',
  ]);
});

test('nothing is known of other models', () => {
  const big = loadedModel({ ...nanoSpec, id: 'big', chat: 'general' });
  expect(beyondLines([strange], { ...settings, group: 20 }, big)).toEqual([]);
});
