import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp, page as frame, userEvent } from 'vitest/browser';
import type { SetId } from '../../../src/base/id.ts';
import { lines, utf16 } from '../../question/set/text.ts';
import { evil, math, mathRows, Picker } from './picker.ts';

let picker: Picker;
beforeEach(() => {
  picker = new Picker();
});
afterEach(() => {
  picker.close();
  vi.restoreAllMocks();
});

const tick = async (label: string): Promise<void> => {
  const box = picker
    .all<HTMLLabelElement>('label')
    .find((one) => one.textContent.replace(/\s+/g, ' ').trim().startsWith(label));
  box!.querySelector('input')!.click();
  await picker.reviewed();
};
const drop = async (type: 'drop' | 'paste', fill: (data: DataTransfer) => void): Promise<Event> => {
  await picker.drawn();
  const data = new DataTransfer();
  fill(data);
  const init = { bubbles: true, composed: true, cancelable: true };
  const event =
    type === 'drop'
      ? new DragEvent(type, { ...init, dataTransfer: data })
      : new ClipboardEvent(type, { ...init, clipboardData: data });
  picker.find('h2').dispatchEvent(event);
  return event;
};

describe('a set from a file', () => {
  test('is looked through first: its format, its size, the first questions as text alone', async () => {
    await picker.review(mathRows(12));
    const text = picker.text('cat-set-review');
    expect(text).toContain('What is in mine');
    expect(text).toContain('12 questions, each with its answer.');
    expect(text).toContain('Recognised as MATH-500 in JSON lines, UTF-8.');
    expect(text).toContain('The first 5 questions');
    expect(text).toContain(`Problem 1 ${evil}`);
    expect(text).toContain('Answer: 1 · Geometry · level 2 · line 2');
    expect(picker.all('img')).toEqual([]);
    expect(text).toContain('All 12 questions are chosen.');
    expect(picker.find('cat-set-review').shadowRoot!.activeElement?.id).toBe('heading');
    expect(picker.sets.kept.size).toBe(0);
  });

  test('is narrowed by labels and to a part at random, counted as it is, and used', async () => {
    await picker.review(mathRows(12));
    await tick('Algebra');
    expect(picker.text('#chosen')).toBe('6 of 12 questions are chosen.');
    await tick('3');
    expect(picker.text('#chosen')).toBe('2 of 12 questions are chosen.');
    await tick('3');
    await picker.write('#part', '4');
    await picker.write('#seed', '9');
    expect(picker.text('#chosen')).toBe('4 of 12 questions are chosen.');
    await picker.write('#name', ' Four ');
    await picker.click('Use');
    await picker.until(() => picker.chosen.length === 1);
    const [{ name, items }] = picker.chosen as [(typeof picker.chosen)[0]];
    expect([name, items.length]).toEqual(['Four', 4]);
    expect(new Set(items.map(({ subject }) => subject))).toEqual(new Set(['Algebra']));
    expect(picker.sets.kept.size).toBe(0);
  });

  test('is kept under its name, and can be taken again and deleted', async () => {
    await picker.review(mathRows(3));
    await picker.click('Keep here');
    await picker.until(() => picker.text().includes('3 questions are kept here as “mine”.'));
    await picker.click('Choose another set');
    await picker.until(() => picker.text('cat-set-kept').includes('3 questions'));
    await picker.click('Take mine');
    await picker.reviewed();
    expect(picker.text('cat-set-review')).toContain('All 3 questions are chosen.');
    await picker.click('Choose another set');
    await picker.click('Delete mine');
    expect(picker.sets.kept.size).toBe(1);
    await picker.click('Delete');
    await picker.until(() => picker.text('cat-set-kept').includes('No set is kept'));
    expect(picker.sets.kept.size).toBe(0);
  });

  test('that does not fit into storage is named, and not said to be kept', async () => {
    picker.sets.full = { kind: 'storage-full', reason: 'it needs 3 MB' };
    await picker.review(mathRows(3));
    await picker.click('Keep here');
    await picker.faulty();
    expect(picker.text()).toContain('It needs 3 MB.');
    expect(picker.text()).toContain('Nothing was kept.');
    await picker.write('#part', '2');
    expect(picker.all('cat-fault-note')).toEqual([]);
  });

  test('cannot be taken without a name, or with a number that is none', async () => {
    await picker.review(mathRows(3));
    await picker.write('#name', '  ');
    expect(picker.button('Use').disabled).toBe(true);
    expect(picker.text()).toContain('The set needs a name.');
    await picker.write('#name', 'a');
    await picker.write('#part', '0');
    expect(picker.button('Keep here').disabled).toBe(true);
    expect(picker.text()).toContain('Must be a whole number from 1 to 100,000.');
    await picker.write('#part', '');
    expect(picker.button('Use').disabled).toBe(false);
  });
});

const good = lines({ question: 'A?', answer: '1' });
const BAD: readonly [name: string, file: string | Uint8Array<ArrayBuffer>, told: string][] = [
  ['broken lines', `${good}\n{oh\n${good}\n{"question": "B?"}`, 'Line 2 could not be read. No JSON'],
  ['a line in another encoding', new Uint8Array([...new TextEncoder().encode(`${good}\n`), 0x7b, 0xe9, 0x7d]), 'Line 2 could not be read. No text in UTF-8'],
  ['bytes of UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 'UTF-32: save it as UTF-8.'],
  ['half a character of UTF-16', utf16(`${good}\n{"question": "\ud800"}`, 'le') as Uint8Array<ArrayBuffer>, 'Line 2 could not be read. No text in UTF-16'],
  ['ids that come twice', lines(math(1), math(2), math(1)), 'Line 3 could not be read. “unique_id”: the same as in line 1.'],
  ['a key of the prototype', '{"question": "A?", "answer": "1", "__proto__": {"x": 1}}', '“__proto__”: a name that no row may have.'],
  ['rows of another format', `${good}\n${lines(math(1))}`, 'A row of math-500 in a set of plain.'],
  ['an export of a newer version', lines({ 'cat-lab': 'questions', version: 99 }), '“version”: written by a newer CaT Lab: version 99'],
  ['a web page', '<!doctype html><title>Sign in</title>', 'A web page or XML, not a question set.'],
  ['nothing', '', 'No question in it.'],
  ['a spreadsheet', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'A ZIP archive or a spreadsheet'],
];

describe('bad input', () => {
  test.each(BAD)('of %s is named, and nothing of it can be taken over', async (_name, file, told) => {
    await picker.choose(new File([file], 'bad.jsonl'));
    await picker.until(() => picker.all('cat-set-review').length > 0);
    expect(picker.text('.faults')).toContain(told);
    await picker.expectNothingKept();
  });

  test('of many lines is counted, the first hundred named', async () => {
    await picker.choose(new File([`${good}\n${'{oh\n'.repeat(250)}`], 'bad.jsonl'));
    await picker.until(() => picker.all('cat-set-review').length > 0);
    expect(picker.text()).toContain('1 question in it can be read.');
    expect(picker.text('.faults')).toContain('250 things are wrong with it');
    expect(picker.text('.faults')).toContain('and 150 more');
    await picker.expectAccessible();
    await picker.expectNothingKept();
  });

  test('of several files at once is named', async () => {
    await picker.choose(new File([good], 'a.jsonl'), new File([good], 'b.jsonl'));
    await picker.faulty();
    expect(picker.text('cat-fault-note')).toContain('2 files came; expected one.');
    await picker.expectNothingKept();
  });

  test('of a file that can no longer be read is named as it is taken', async () => {
    const file = new File([good], 'a.jsonl');
    await picker.choose(file);
    await picker.reviewed();
    file.stream = () => new ReadableStream({ start: (end) => end.error(new Error('it has changed')) });
    await picker.click('Keep here');
    await picker.faulty();
    expect(picker.text('cat-fault-note')).toContain('It broke off: it has changed.');
    expect(picker.sets.kept.size).toBe(0);
  });
});

test('a file that comes slowly is let go of as soon as it is cancelled', async () => {
  let cancelled = false;
  const file = new File([good], 'long.jsonl');
  file.stream = () =>
    new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode(`${good}\n`)),
      cancel: () => void (cancelled = true),
    });
  await picker.choose(file);
  await picker.until(() => picker.text().includes('Looking through it:'));
  expect(picker.element.shadowRoot!.activeElement?.textContent.trim()).toBe('Cancel');
  await picker.click('Cancel');
  await picker.until(() => cancelled);
  expect(picker.text()).toContain('Cancelled. Nothing was kept.');
  expect(picker.find('cat-set-bring').shadowRoot!.activeElement?.id).toBe('file');
  await picker.expectNothingKept();
});

describe('a set that is dropped or pasted', () => {
  test('as a file is looked through, and the browser opens nothing', async () => {
    const event = await drop('drop', (data) => data.items.add(new File([good], 'dropped.csv')));
    expect(event.defaultPrevented).toBe(true);
    await picker.reviewed();
    expect(picker.text()).toContain('What is in dropped');
  });

  test('as rows is looked through', async () => {
    await drop('paste', (data) => data.setData('text/plain', 'question,answer\nA?,1'));
    await picker.reviewed();
    expect(picker.text()).toContain('Recognised as plain questions in a table with commas, UTF-8.');
  });

  test('into the field of the rows stays there until it is asked for', async () => {
    await picker.drawn();
    expect(picker.button('Look at the rows').disabled).toBe(true);
    await picker.write('#pasted', good);
    await picker.click('Look at the rows');
    await picker.reviewed();
    expect(picker.text()).toContain('What is in Pasted questions');
  });
});

describe('with the keyboard alone', () => {
  test('a label is ticked and the set is used', async () => {
    await picker.review(mathRows(12));
    const box = picker.find<HTMLInputElement>('input[type=checkbox]');
    box.focus();
    await userEvent.keyboard(' ');
    await picker.reviewed();
    expect(picker.text('#chosen')).toBe('6 of 12 questions are chosen.');
    picker.find('#name').focus();
    await userEvent.keyboard('{Enter}');
    await picker.until(() => picker.chosen.length === 1);
    expect(picker.chosen[0]!.items).toHaveLength(6);
  });

  test('labels that are many can be found by name', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => ({ ...math(at), subject: `Subject ${at}` }));
    await picker.review(lines(...rows));
    await picker.write('input[type=search]', '17');
    expect(picker.find('cat-set-labels').shadowRoot!.querySelectorAll('label')).toHaveLength(1);
  });

  test('says where there are more labels than it offers', async () => {
    const rows = Array.from({ length: 1001 }, (_, at) => ({ ...math(at), subject: `Subject ${at}` }));
    await picker.review(lines(...rows));
    const warnings = picker.all('cat-set-labels').map((one) => one.shadowRoot!.querySelector('.warn'));
    expect(warnings.map((one) => one?.textContent.includes('only the first 1,000') ?? false)).toEqual([true, false]);
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing in %s colours', (value) => {
  beforeEach(async () => {
    const media = (scheme: string): Promise<unknown> =>
      cdp().send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: scheme }],
      });
    await media(value);
    return () => media('');
  });

  test('where a set is chosen, and where it is looked at', async () => {
    const { sets } = picker;
    const item = { question: { kind: 'open', text: 'A?' }, tags: [] } as const;
    sets.kept.set('one' as SetId, { name: 'One', items: [item] });
    picker.close();
    picker = new Picker(sets);
    await picker.until(() => picker.text('cat-set-kept').includes('Take One'));
    await picker.expectAccessible();
    await picker.review(mathRows(12));
    await picker.expectAccessible();
  });
});

test.each([320, 768])('nothing is wider than a window of %i pixels', async (width) => {
  const { innerWidth: before, innerHeight } = window;
  await frame.viewport(width, 800);
  const long = { question: 'x'.repeat(500), answer: 'y'.repeat(300), tags: ['z'.repeat(200)] };
  await picker.drawn();
  const wide = [document.documentElement.scrollWidth];
  await picker.click('Fetch GSM8K test');
  wide.push(document.documentElement.scrollWidth);
  await picker.review(lines(long, { ...long, question: 'b' }));
  wide.push(document.documentElement.scrollWidth);
  await frame.viewport(before, innerHeight);
  expect(Math.max(...wide)).toBeLessThanOrEqual(width);
});
