/** Where in the page one is, as its address says it: the part after the `#`. */
import type { RunId } from '../base/id.ts';

export type Place =
  | { readonly kind: 'question' }
  /** The list of runs. */
  | { readonly kind: 'experiments' }
  | { readonly kind: 'new-run' }
  /** One run, beside another one where two are compared. */
  | { readonly kind: 'run'; readonly run: RunId; readonly beside: RunId | null };

const EXPERIMENTS = 'experiments';
const NEW = 'new';

/** Of `#…`, as a person may have written it: what names no place is the question. */
export function placeOf(hash: string): Place {
  const [room, run = '', beside = '', ...more] = hash.replace(/^#/, '').split('/');
  if (room !== EXPERIMENTS || more.length > 0) return { kind: 'question' };
  if (run === '') return { kind: 'experiments' };
  if (run === NEW) return { kind: 'new-run' };
  return { kind: 'run', run: run as RunId, beside: beside === '' ? null : (beside as RunId) };
}

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
    default:
      return place satisfies never;
  }
}

export const isExperiments = (place: Place): boolean => place.kind !== 'question';
