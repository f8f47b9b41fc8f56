/** Numbers as people read them. The language is fixed with the texts, so that both agree. */
import { languageTag } from './text/language.ts';

const LANGUAGE = languageTag();

const whole = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(LANGUAGE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const hundredths = new Intl.NumberFormat(LANGUAGE, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const plainly = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 6, useGrouping: false });
const moment = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });

export const count = (value: number): string => whole.format(value);

/** As it was set, with the language's decimal sign: 0.7, 1, 4294967295. */
export const plain = (value: number): string => plainly.format(value);

/** With one decimal. */
export const tenth = (value: number): string => tenths.format(value);

/** Bytes in decimal megabytes, as download sizes are given. */
export const megabytes = (bytes: number): string => `${tenths.format(bytes / 1e6)} MB`;

/** Bytes in decimal gigabytes, from a hundred megabytes up; else in megabytes. */
export const gigabytes = (bytes: number): string =>
  bytes < 1e8 ? megabytes(bytes) : `${tenths.format(bytes / 1e9)} GB`;

/** Bytes in the binary units that limits of devices are given in. */
export const binary = (bytes: number): string => {
  if (bytes >= 2 ** 30) return `${tenths.format(bytes / 2 ** 30)} GiB`;
  return bytes >= 2 ** 20 ? `${whole.format(bytes / 2 ** 20)} MiB` : `${whole.format(bytes / 2 ** 10)} KiB`;
};

/** A rate: whole from ten up, else with one decimal. */
export const rate = (perSecond: number): string =>
  (perSecond < 10 ? tenths : whole).format(perSecond);

export const seconds = (value: number): string => `${tenths.format(value)} s`;

/** Two of them, with a true minus sign, so that signs and digits stand in columns. */
export const decimals = (value: number): string => {
  const text = hundredths.format(Math.abs(value));
  return value < 0 && text !== hundredths.format(0) ? `−${text}` : text;
};

export const when = (milliseconds: number): string => moment.format(new Date(milliseconds));

/** Seconds as a person plans with them: no finer than is known. */
export function duration(seconds: number, days: string): string {
  if (seconds < 90) return `${count(Math.max(1, Math.round(seconds)))} s`;
  const minutes = seconds / 60;
  if (minutes < 90) return `${count(Math.round(minutes))} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${tenth(hours)} h` : `${tenth(hours / 24)} ${days}`;
}
