import { describe, expect, test } from 'vitest';
import { fnv1a } from '../../../src/base/hash.ts';
import { FIELDS } from '../../../src/question/notes/fields.ts';
import { findQuestion, shuffledQuestions } from '../../../src/question/notes/note-questions.ts';
import { canonical } from '../../../src/question/notes/point.ts';
import { normaliseQuestion } from '../../../src/question/question.ts';
import { cases, heldout, taught } from './every.ts';

describe('a question', () => {
  test('is one line of plain text that ends as a sentence, and no two are alike', () => {
    const all = [...taught, ...heldout].map(({ text }) => text);
    const form = /^[A-Z][A-Za-z' ?.-]*[.?]$/;
    const flaw = /undefined| {2}|[.?][A-Z]| [.?]/;
    expect(all.filter((text) => !form.test(text) || flaw.test(text))).toEqual([]);
    const texts = all.map(normaliseQuestion);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('has the points of its topic, and those of its situation where it names one', () => {
    const plain = cases.find(({ topic }) => topic === 'plants: a fern');
    const winter = taught.concat(heldout).find(({ topic }) => topic === 'plants: a fern in winter');
    expect(plain?.points.true).toHaveLength(6);
    expect(winter?.points.true.slice(0, 6)).toEqual(plain?.points.true);
    expect(winter?.points.true.slice(6).map(canonical)).toEqual([
      'Water it less often in winter.',
      'Keep it away from the heater.',
    ]);
  });

  test('is found by its text, whatever its case and white space, and no other text is', () => {
    const lost = heldout.filter(({ text, topic }) => findQuestion(text)?.topic !== topic);
    expect(lost).toEqual([]);
    const [first] = taught;
    expect(findQuestion(`  ${first!.text.toUpperCase().replaceAll(' ', '\n ')} `)).toEqual(first);
    expect(findQuestion('Who wrote Hamlet?')).toBeNull();
    expect(findQuestion('constructor')).toBeNull();
  });
});

describe('the split', () => {
  const wordingOf = (text: string, topic: string): string => {
    const field = FIELDS.find(({ name }) => topic.startsWith(`${name}: `))!;
    const of = (wordings: readonly string[]): boolean =>
      wordings.some((wording) => {
        const [first = '', ...rest] = wording.split(/\{[xs]\}/);
        return text.includes(first) && rest.every((part) => text.includes(part));
      });
    return `${of(field.wordings.taught) ? 'taught' : ''}${of(field.wordings.heldout) ? 'heldout' : ''}`;
  };

  test('asks held-out questions in wordings that are never taught in their field', () => {
    expect(heldout.filter(({ text, topic }) => wordingOf(text, topic) !== 'heldout')).toEqual([]);
    expect(taught.filter(({ text, topic }) => wordingOf(text, topic) !== 'taught')).toEqual([]);
  });

  test('combines no topic and situation in held-out questions that training combines', () => {
    const inSituation = (all: typeof taught): Set<string> =>
      new Set(all.flatMap(({ topic, points }) => (points.true.length > 6 ? [topic] : [])));
    const [known, fresh] = [inSituation(taught), inSituation(heldout)];
    expect([...fresh].filter((topic) => known.has(topic))).toEqual([]);
    expect(fresh.size / (fresh.size + known.size)).toBeGreaterThan(0.2);
    expect(fresh.size / (fresh.size + known.size)).toBeLessThan(0.3);
  });

  test('asks only about topics and situations that are taught, though not together', () => {
    const alone = new Set(taught.map(({ points }) => points.true.slice(0, 6).map(canonical).join()));
    const extra = new Set(taught.map(({ points }) => points.true.slice(6).map(canonical).join()));
    const strange = heldout.filter(({ points }) => {
      const said = points.true.map(canonical);
      return !alone.has(said.slice(0, 6).join()) || !extra.has(said.slice(6).join());
    });
    expect(strange).toEqual([]);
  });

  test('stays as it is, points and all: what was trained on must not come to be held out', () => {
    const fingerprint = (all: typeof taught): number =>
      fnv1a(all.map((question) => JSON.stringify(question)).join('\n'));
    expect([taught.length, fingerprint(taught)]).toEqual([7380, 3148043669]);
    expect([heldout.length, fingerprint(heldout)]).toEqual([1288, 812317566]);
  });
});

test('a seed gives all questions of a split in an order of its own, each once', () => {
  const order = shuffledQuestions(3, 'heldout');
  expect(order).toHaveLength(heldout.length);
  expect(new Set(order).size).toBe(order.length);
  expect(shuffledQuestions(3, 'heldout')).toEqual(order);
  expect(shuffledQuestions(4, 'heldout')).not.toEqual(order);
});
