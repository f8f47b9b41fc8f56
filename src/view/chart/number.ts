/** Numbers of charts as people read them, and as files have them. */
import { count, decimals, seconds } from '../format.ts';
import type { Cell, Column } from './chart.ts';

const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A share, 0 to 1, in per cent with one decimal and without its sign: 81.3. */
export const inPercent = (share: number): string => signed(share * 100).replace('+', '');

/** A difference of shares in points, with its sign: +0.7, −4.1, 0.0. */
export const inPoints = (difference: number): string => signed(difference * 100);

function signed(value: number): string {
  const text = tenths.format(Math.abs(value));
  if (text === tenths.format(0)) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** A tick of an axis of shares: 70 or 72.5. */
export const inWholePercent = (share: number): string => String(Math.round(share * 1000) / 10);

export function written(cell: Cell, kind: Column['kind']): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'text':
      return String(cell);
    case 'count':
      return count(cell);
    case 'share':
      return `${inPercent(cell)} %`;
    case 'points':
      return inPoints(cell);
    case 'seconds':
      return seconds(cell);
    case 'number':
      return decimals(cell);
    default:
      return kind satisfies never;
  }
}
