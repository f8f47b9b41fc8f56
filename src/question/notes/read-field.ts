import type { Field, Situation, Topic } from './field.ts';
import { readPoint } from './point.ts';
import type { Point } from './point.ts';

/** Gathers a field while its lines are read. */
class Draft {
  readonly taught: string[] = [];
  readonly heldout: string[] = [];
  readonly situations: (Situation & { points: Point[] })[] = [];
  readonly topics: (Topic & { points: { true: Point[]; wrong: Point[] } })[] = [];
  private readonly stock = new Map<string, Point>();
  /** Where points without a name belong. */
  private open: { true: Point[]; wrong: Point[] } | undefined;

  situation(phrase: string, sentence: string): void {
    const points: Point[] = [];
    this.situations.push({ phrase, sentence, points });
    this.open = { true: points, wrong: [] };
  }

  topic(name: string, keys: readonly string[]): void {
    const points: { true: Point[]; wrong: Point[] } = { true: [], wrong: [] };
    for (const key of keys) {
      const point = this.stock.get(key);
      if (point === undefined) throw new Error(`no point of the name ${key}`);
      points[key.startsWith('!') ? 'wrong' : 'true'].push(point);
    }
    this.topics.push({ name, points });
    this.open = points;
  }

  named(key: string, point: Point): void {
    if (this.stock.has(key)) throw new Error(`two points of the name ${key}`);
    this.stock.set(key, point);
  }

  point(kind: 'true' | 'wrong', point: Point): void {
    if (this.open === undefined) throw new Error('a point that belongs nowhere');
    this.open[kind].push(point);
  }
}

/**
 * Reads the text of a field file, one thing a line:
 *
 *     ? WORDING            a wording of the question that is taught; `?? WORDING` one that is held out
 *     NAME: POINT          a true point in the field's stock; `!NAME: POINT` a wrong one
 *     + PHRASE | SENTENCE  a situation; the points below are its own
 *     = TOPIC: NAMES       a topic with points of the stock; the points below are its own
 *     POINT                a true point of what stands above; `! POINT` a wrong one
 *
 * Throws an Error that names the line where one is broken: the files are part of the program.
 */
export function readField(name: string, text: string): Field {
  const draft = new Draft();
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      readLine(draft, line);
    } catch (error) {
      throw new Error(`${name}, line ${at + 1}: ${(error as Error).message}: ${line}`, {
        cause: error,
      });
    }
  }
  const { taught, heldout, situations, topics } = draft;
  return { name, wordings: { taught, heldout }, situations, topics };
}

function readLine(draft: Draft, line: string): void {
  const [, mark = '', rest = ''] = /^(\?\??|!?[a-z]+:|[+=!])? ?(.*)$/.exec(line) ?? [];
  if (mark === '?') draft.taught.push(rest);
  else if (mark === '??') draft.heldout.push(rest);
  else if (mark === '+') draft.situation(...twoOf(rest, ' | '));
  else if (mark === '=') {
    const [topic, keys] = twoOf(rest, ': ');
    draft.topic(topic, keys.split(' '));
  } else if (mark.endsWith(':')) draft.named(mark.slice(0, -1), readPoint(rest));
  else draft.point(mark === '!' ? 'wrong' : 'true', readPoint(rest));
}

function twoOf(text: string, between: string): [string, string] {
  const [first, second, ...more] = text.split(between);
  if (!first || !second || more.length > 0) throw new Error(`expected two parts at "${between}"`);
  return [first, second];
}
