/** `3,14` is a list of two numbers, unless it stands against the decimal 3.14. */
import { expression } from './answer.ts';
import type { Answer, Expression } from './answer.ts';
import { parseDecimal } from './rational.ts';

/** Both as numbers, where one is a pair that can be a decimal and the other a written decimal. */
export function parseDecimalComma(a: Answer, b: Answer): [Expression, Expression] | null {
  const [pair, other] = a.kind === 'sequence' ? [a, b] : [b, a];
  if (pair.kind !== 'sequence' || pair.open !== '' || pair.items.length !== 2) return null;
  if (other.kind !== 'expression' || !isDecimal(other)) return null;
  const [before = '', after = ''] = pair.items.map((item) => digitsOf(item));
  const negative = pair.items[0]?.kind === 'expression' && pair.items[0].node.kind === 'negate';
  const value = before !== '' && after !== '' ? parseDecimal(`${before}.${after}`) : null;
  if (value === null) return null;
  const size = { kind: 'number', value, text: '' } as const;
  return [
    {
      ...expression(negative ? { kind: 'negate', of: size } : size),
      unit: unitBehind(pair.items[1]),
    },
    other,
  ];
}

const unitBehind = (answer: Answer | undefined): Expression['unit'] =>
  answer?.kind === 'expression' ? answer.unit : null;

function digitsOf(answer: Answer): string {
  if (answer.kind !== 'expression') return '';
  const node = answer.node.kind === 'negate' ? answer.node.of : answer.node;
  return node.kind === 'number' && /^\d+$/.test(node.text) ? node.text : '';
}

function isDecimal({ node }: Expression): boolean {
  const of = node.kind === 'negate' ? node.of : node;
  return of.kind === 'number' && of.text.includes('.');
}
