import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvEvent, Separator } from '../../../src/question/set/csv.ts';
import { CsvReader } from '../../../src/question/set/csv.ts';
import { LineSplitter, LONGEST_LINE } from '../../../src/question/set/lines.ts';

function events(text: string, separator: Separator = ','): CsvEvent[] {
  const reader = new CsvReader(separator);
  const splitter = new LineSplitter();
  const all = [...splitter.push(new TextEncoder().encode(text)), ...splitter.end()];
  return [...all.map((line) => reader.push(line)), reader.end()].filter((event) => event !== null);
}
const records = (text: string, separator: Separator = ','): unknown[] =>
  events(text, separator).map((event) =>
    event.kind === 'record' ? [event.record.line, ...event.record.cells] : event.fault,
  );

describe('comma-separated values', () => {
  it('are cells in records, whatever ends the lines', () => {
    expect(records('a,b\r\nc,\n,d\r"e",f')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', ''],
      [3, '', 'd'],
      [4, 'e', 'f'],
    ]);
  });

  it('may hold separators, quotes and line ends in quotes', () => {
    expect(records('"1,5","say ""x""","two\r\nlines\n"\r\nnext,b,c')).toEqual([
      [1, '1,5', 'say "x"', 'two\r\nlines\n'],
      [4, 'next', 'b', 'c'],
    ]);
  });

  it('may have semicolons or tabs between them', () => {
    expect(records('a;"b;c";d,e', ';')).toEqual([[1, 'a', 'b;c', 'd,e']]);
    expect(records('a\t"b\tc"\td', '\t')).toEqual([[1, 'a', 'b\tc', 'd']]);
  });

  it('keep a quote inside a cell and blanks after a closing one as spreadsheets do', () => {
    expect(records('6" pipe,"x" ,y')).toEqual([[1, '6" pipe', 'x', 'y']]);
  });

  it('leave out empty lines between records, but not inside of one', () => {
    expect(records('a,b\n\n"c\n\nd",e\n')).toEqual([
      [1, 'a', 'b'],
      [3, 'c\n\nd', 'e'],
    ]);
  });

  it('with text behind a closing quote are a fault of their line alone', () => {
    expect(records('"a"b,c\nd,e')).toEqual([
      expect.objectContaining({ kind: 'import-invalid', line: 1 }),
      [2, 'd', 'e'],
    ]);
  });

  it('with a quote that nothing closes end at the line where the record began', () => {
    expect(events('a,b\nc,"d\ne,f\n')).toEqual([
      expect.objectContaining({ kind: 'record' }),
      { kind: 'fault', fault: expect.objectContaining({ line: 2 }), last: true },
    ]);
  });

  it('do not gather a whole file behind such a quote', () => {
    const reader = new CsvReader(',');
    const text = 'x'.repeat(1024 * 1024);
    let event: CsvEvent | null = reader.push({ number: 1, text: '"', end: '\n' });
    let number = 1;
    while (event === null && number < 100) {
      number += 1;
      event = reader.push({ number, text, end: '\n' });
    }
    expect(event).toMatchObject({ kind: 'fault', fault: { line: 1 }, last: true });
    expect(number * text.length).toBeLessThan(2 * LONGEST_LINE);
  });

  it('in a line that could not be decoded are a fault of that line', () => {
    const reader = new CsvReader(',');
    reader.push({ number: 4, text: '"a', end: '\n' });
    expect(reader.push({ number: 5, text: 'b\uFFFD",c', end: '\n', broken: 'not UTF-8' })).toEqual({
      kind: 'fault',
      fault: { kind: 'import-invalid', line: 5, path: '', reason: 'not UTF-8' },
      last: false,
    });
  });

  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r\n', 'é') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom<Separator>(',', ';', '\t'), (rows, separator) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n');
        const cells = events(text, separator).map((event) =>
          event.kind === 'record' ? event.record.cells : event,
        );
        expect(cells).toEqual(rows);
      }),
    );
  });
});
