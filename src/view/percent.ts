/** Shares and their differences as people read them. */
import { tenth } from './format.ts';

/** A share, 0 to 1, in per cent with one decimal and without its sign: 81.3. */
export const inPercent = (share: number): string => tenth(share * 100);

/** The same with its sign: 81.3 %. */
export const percent = (share: number): string => `${inPercent(share)} %`;

/** A difference of shares in points, with its sign: +0.7, −4.1, and 0.0 without any. */
export function inPoints(difference: number): string {
  const text = tenth(Math.abs(100 * difference));
  if (text === tenth(0)) return text;
  return `${difference < 0 ? '−' : '+'}${text}`;
}
