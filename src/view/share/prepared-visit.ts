/**
 * What a prepared link leaves out and fixes, for as long as the tab is open: moving to another place takes
 * the link out of the address, and the page may be loaded anew there. It lies in this tab's own storage.
 */
import type { Hideable, Link } from '../../share/link.ts';
import { HIDEABLE } from '../../share/link.ts';

export interface PreparedVisit {
  readonly hide: readonly Hideable[];
  readonly pinned: boolean;
  /** The recipe that nobody is to change, as a link has it; empty where there is none. */
  readonly query: string;
}

const KEY = 'cat-lab.prepared';

/** Settings that the person cannot change, of those that come with the link. */
export function fixedSettings({ hide, pinned, settings, question }: Link): Link['settings'] {
  if (settings === null || !(pinned || hide.includes('settings'))) return null;
  if (question?.kind !== 'open') return settings;
  // The page begins with a problem, and each kind of question has its own prompts.
  const { prompts: _, ...rest } = settings;
  return rest;
}

/** Null, or nothing left out and nothing fixed: what was kept is forgotten. */
export function keepVisit(visit: PreparedVisit | null): void {
  try {
    if (visit === null || isPlain(visit)) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(visit));
  } catch {
    // Where nothing can be kept it holds until the page is loaded anew.
  }
}

export function keptVisit(): PreparedVisit | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<PreparedVisit> | null;
    if (kept === null) return null;
    const { hide = [], pinned, query } = kept;
    const visit = {
      hide: HIDEABLE.filter((name) => hide.includes(name)),
      pinned: pinned === true,
      query: typeof query === 'string' ? query : '',
    };
    return isPlain(visit) ? null : visit;
  } catch {
    return null;
  }
}

const isPlain = ({ hide, pinned }: PreparedVisit): boolean => hide.length === 0 && !pinned;
