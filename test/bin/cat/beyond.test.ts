import { expect, test } from 'vitest';
import { beyondLines } from '../../../bin/cat/beyond.ts';
import { shuffledQuestions } from '../../../src/question/notes/note-questions.ts';
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

test('open questions have their own line once nano was taught to write notes', () => {
  const jobs = [...nano.trained!.jobs, 'note', 'propose', 'verdict'];
  const taught = { ...nano, trained: { ...nano.trained!, jobs } };
  const asked = (text: string) => ({ kind: 'open' as const, text });
  const note = asked(shuffledQuestions(1, 'heldout')[0]!.text);
  expect(beyondLines([note, known], settings, taught)).toEqual([]);
  expect(beyondLines([asked('Who am I?'), note, strange], settings, taught)).toEqual([
    '1 of 3 questions is outside nano’s world of short story problems: expect noise.',
    '1 of 3 questions is outside nano’s world of questions for advice: expect noise.',
  ]);
  expect(beyondLines([asked('Who am I?')], settings, nano)).toEqual([]);
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
