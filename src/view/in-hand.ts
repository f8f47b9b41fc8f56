/**
 * What a person has in hand while the page is loaded anew, by them or for another language. It lies in this
 * tab's own storage for that moment and is taken out of it at once.
 */
import type { GroupId } from '../base/id.ts';
import type { GivenCriterion } from '../question/question.ts';
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
    return text === null || !isLoadedAnew() ? null : readInHand(JSON.parse(text));
  } catch {
    return null;
  }
}

/** An older version of the page may have left it: parsed into new objects, and nothing of what is no draft. */
function readInHand(found: unknown): InHand | null {
  if (!isObject(found) || !isObject(found['draft'])) return null;
  const { change, group, language } = found;
  const { text, truth, kind, rubric } = found['draft'];
  if (typeof text !== 'string' || (kind !== 'verifiable' && kind !== 'open')) return null;
  return {
    draft: {
      text,
      truth: typeof truth === 'string' ? truth : null,
      kind,
      rubric: Array.isArray(rubric) ? rubric.flatMap(criterionOf) : [],
    },
    change: isSound(change) ? change : {},
    group: typeof group === 'string' ? (group as GroupId) : null,
    ...(typeof language === 'string' ? { language } : {}),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const criterionOf = (found: unknown): GivenCriterion[] =>
  isObject(found) && typeof found['criterion'] === 'string' && typeof found['points'] === 'number'
    ? [{ criterion: found['criterion'], points: found['points'] }]
    : [];

/** Of the form of settings: whether they are in their bounds the lab says as they are asked with. */
function isSound(change: unknown): change is SettingsChange {
  if (!isObject(change)) return false;
  const has = (name: string, is: (value: unknown) => boolean): boolean =>
    change[name] === undefined || is(change[name]);
  return (
    ['sampling', 'judging', 'prompts'].every((name) => has(name, isObject)) &&
    ['group', 'seed'].every((name) => has(name, Number.isSafeInteger))
  );
}

/** Whoever comes back to this tab by an address wants what is there, and not what was in it before. */
const isLoadedAnew = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
