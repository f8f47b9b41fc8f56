/** Numbers of charts as people read them, and as files have them. */
import { count, decimals, seconds } from '../format.ts';
import { inPoints, percent } from '../percent.ts';
import type { Cell, Column } from './chart.ts';

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
      return percent(cell);
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
