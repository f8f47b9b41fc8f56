/**
 * What a person has in hand while the page is loaded anew, by them or for another language. It lies in this
 * tab's own storage for that moment and is taken out of it at once.
 */
import type { GroupId } from '../base/id.ts';
import type { SettingsChange } from '../run/settings.ts';
import type { Draft } from './question/draft.ts';
import { chooseLanguage } from './text/languages.ts';

export interface InHand {
  readonly draft: Draft;
  readonly change: SettingsChange;
  /** The group that is shown; the store may have lost it by then. */
  readonly group: GroupId | null;
  /** Absent where the page was loaded anew for no language. */
  readonly language?: string;
}

const KEY = 'cat-lab.in-hand';

/** Loads the page anew in another language, at the same place of it. */
export function changeLanguage(tag: string, inHand: InHand): void {
  keepInHand({ ...inHand, language: tag });
  history.replaceState(null, '', chooseLanguage(tag, location.href));
  location.reload();
}

/** As the page goes. What was kept for another language just before stays. */
export function keepInHand(inHand: InHand): void {
  try {
    if (sessionStorage.getItem(KEY) === null) sessionStorage.setItem(KEY, JSON.stringify(inHand));
  } catch {
    // Where nothing can be kept the place alone stays.
  }
}

/** What was in hand before the page was loaded anew; null where it was opened. */
export function takeInHand(): InHand | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null || !isLoadedAnew() ? null : (JSON.parse(text) as InHand);
  } catch {
    return null;
  }
}

/** Whoever comes back to this tab by an address wants what is there, and not what was in it before. */
const isLoadedAnew = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
