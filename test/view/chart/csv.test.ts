import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../src/view/chart/csv.ts';

const columns = [
  { head: 'Method', kind: 'text' },
  { head: 'Right', kind: 'share' },
] as const;

const firstCell = (text: string): string => csvOf({ columns, rows: [[text, 1]] }).split('\r\n')[1]!;

describe('a table as comma-separated values', () => {
  test('has its heads, its numbers in full, and nothing for none', () => {
    const csv = csvOf({ columns, rows: [['Vote', 0.8123456], ['Synthesis', null], ['Less', -0.041], ['Open', Infinity]] });
    expect(csv).toBe('Method,Right\r\nVote,0.812346\r\nSynthesis,\r\nLess,-0.041\r\nOpen,\r\n');
  });

  test('quotes commas, quotation marks and line breaks', () => {
    expect(firstCell('a, "b"')).toBe('"a, ""b""",1');
    expect(csvOf({ columns, rows: [['a\nb', 1]] })).toContain('"a\nb",1');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n=1'])('lets no spreadsheet compute %j', (text) => {
    const row = csvOf({ columns, rows: [[text, 1]] }).slice('Method,Right\r\n'.length);
    expect(row.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  test('makes heads safe too', () => {
    expect(csvOf({ columns: [{ head: '=A1', kind: 'text' }], rows: [] })).toBe("'=A1\r\n");
  });
});
