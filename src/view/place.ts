/** Where in the page one is, as its address says it: the part after the `#`. */
import type { RunId } from '../base/id.ts';

export type Place =
  | { readonly kind: 'question' }
  /** The list of runs. */
  | { readonly kind: 'experiments' }
  | { readonly kind: 'new-run' }
  /** One run, beside another one where two are compared. */
  | { readonly kind: 'run'; readonly run: RunId; readonly beside: RunId | null }
  /** The list of lessons. */
  | { readonly kind: 'lessons' }
  /** A step of a lesson, both from 1. There may be fewer of them: the lesson then shows its last. */
  | { readonly kind: 'lesson'; readonly lesson: number; readonly step: number };

/** The parts of the page that the head links to. */
export type Room = 'question' | 'experiments' | 'lessons';

const EXPERIMENTS = 'experiments';
const LESSONS = 'lessons';
const NEW = 'new';

/**
 * Of `#…`, as a person may have written it: what names no place is the question. What a link brings along
 * stands behind a `?` (src/share/link.ts).
 */
export function placeOf(hash: string): Place {
  const [room, ...parts] = hash.replace(/^#|\?.*$/gs, '').split('/');
  if (room === LESSONS) return lessonOf(parts);
  const [run = '', beside = '', ...more] = parts;
  if (room !== EXPERIMENTS || more.length > 0) return { kind: 'question' };
  if (run === '') return { kind: 'experiments' };
  if (run === NEW) return { kind: 'new-run' };
  return { kind: 'run', run: run as RunId, beside: beside === '' ? null : (beside as RunId) };
}

/** What names no lesson is the list of them. */
function lessonOf([lesson = '', step = '', ...more]: readonly string[]): Place {
  const isNamed = isCount(lesson) && (step === '' || isCount(step)) && more.length === 0;
  if (!isNamed) return { kind: 'lessons' };
  return { kind: 'lesson', lesson: Number(lesson), step: step === '' ? 1 : Number(step) };
}

/** Of two digits at most: no lesson has more steps. */
const isCount = (text: string): boolean => /^[1-9]\d?$/.test(text);

export function addressOf(place: Place): string {
  switch (place.kind) {
    case 'question':
      return '#question';
    case 'experiments':
      return `#${EXPERIMENTS}`;
    case 'new-run':
      return `#${EXPERIMENTS}/${NEW}`;
    case 'run':
      return `#${[EXPERIMENTS, place.run, ...(place.beside === null ? [] : [place.beside])].join('/')}`;
    case 'lessons':
      return `#${LESSONS}`;
    case 'lesson':
      return `#${LESSONS}/${place.lesson}/${place.step}`;
    default:
      return place satisfies never;
  }
}

export function roomOf({ kind }: Place): Room {
  if (kind === 'question') return 'question';
  return kind === 'lessons' || kind === 'lesson' ? 'lessons' : 'experiments';
}
