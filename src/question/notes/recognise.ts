/**
 * Which points a note covers. Wordings of the generator are known letter by letter; a sentence that a
 * model wrote in its own words counts where it shares most content words with one wording and says
 * nothing contrary. No model is asked, so that the measure is the same everywhere.
 */
import type { Point, Points } from './point.ts';
import { overlap, senseOf } from './sense.ts';
import type { Sense } from './sense.ts';

/** A point's place in the list of true or of wrong points. */
export interface Place {
  readonly kind: 'true' | 'wrong';
  readonly at: number;
}

/** By place in each list, whether the point is covered. */
export interface Covered {
  readonly true: readonly boolean[];
  readonly wrong: readonly boolean[];
}

/**
 * Of `overlap`: one word may be missing of four or more, one may be added to three or more, and one
 * may be another of six or more.
 */
const LEAST_OVERLAP = 0.82;

/** A note's lines are read sentence by sentence, so a flowing text counts as well. */
export function covered(note: string, points: Points): Covered {
  const found: Record<Place['kind'], boolean[]> = {
    true: points.true.map(() => false),
    wrong: points.wrong.map(() => false),
  };
  for (const sentence of sentencesOf(note)) {
    const place = pointOf(sentence, points);
    if (place !== null) found[place.kind][place.at] = true;
  }
  return found;
}

/** The point that a sentence says; null for none, and where two fit equally well. */
export function pointOf(sentence: string, points: Points): Place | null {
  const plain = normalise(sentence);
  const places: (Place & { readonly known: Known })[] = [
    ...points.true.map((point, at) => ({ kind: 'true', at, known: knownOf(point) }) as const),
    ...points.wrong.map((point, at) => ({ kind: 'wrong', at, known: knownOf(point) }) as const),
  ];
  const exact = places.find(({ known }) => known.texts.has(plain));
  if (exact !== undefined) return { kind: exact.kind, at: exact.at };
  const sense = senseOf(plain);
  let best: Place | null = null;
  let most = 0;
  for (const { kind, at, known } of places) {
    const shared = Math.max(...known.senses.map((wording) => overlap(sense, wording)));
    if (shared < LEAST_OVERLAP || shared < most) continue;
    best = shared === most ? null : { kind, at };
    most = shared;
  }
  return best;
}

interface Known {
  readonly texts: ReadonlySet<string>;
  readonly senses: readonly Sense[];
}

/** Points never change, and each is compared with thousands of sentences. */
const knownPoints = new WeakMap<Point, Known>();

function knownOf(point: Point): Known {
  const kept = knownPoints.get(point);
  if (kept !== undefined) return kept;
  const texts = point.wordings.map(normalise);
  const known = { texts: new Set(texts), senses: texts.map(senseOf) };
  knownPoints.set(point, known);
  return known;
}

const sentencesOf = (text: string): string[] =>
  text.split(/\n|(?<=[.!?;])\s+/).filter((part) => part.trim() !== '');

/** Lower case without bullets, numbering, quotes, punctuation and emphasis. */
const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\b(do|does|is|are|should)n't\b/g, '$1 not')
    .replace(/\bnever\b/g, 'do not')
    .replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '')
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
