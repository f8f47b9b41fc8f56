/** What of a statement's words carries its content. English; other languages keep all their words. */

/** Words that say nothing of what a step is about: grammar, connectives, and the talk round a sum. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its they them their he him his she her hers we us our you ' +
    'your i me my one who whom whose which what there here and or but nor so if then than thus hence ' +
    'therefore because since as while when where how of in on at to from for with by into onto over ' +
    'about per via is are was were be been being am has have had do does did will would can could ' +
    'may might must shall should also just only very now next first second third finally lastly ' +
    'again still all both some any such same other each every find found compute computed calculate ' +
    'calculated determine need step let know given means mean thus get got equal equals namely ' +
    'following follows using use note see'
  ).split(' '),
);

const NEGATIONS: ReadonlySet<string> = new Set(
  'not no never none cannot neither nor without nothing nobody false incorrect untrue'.split(' '),
);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at + 2]),
);

export const isNegation = (word: string): boolean => NEGATIONS.has(word) || word.endsWith("n't");

/** The value of a number word; `one` is left out, since it mostly is none. */
export const numberWord = (word: string): number | null => NUMBERS.get(word) ?? null;

/** The stem of a word with content; null of one without. */
export const contentOf = (word: string): string | null =>
  EMPTY.has(word) || isNegation(word) ? null : stem(word);

/** Crude on purpose: only so that `box` meets `boxes`, and `filled` meets `filling`. */
function stem(word: string): string {
  const bare = word.replace(/'s?$|'.*$/, '');
  if (bare.length < 4) return bare;
  const single = bare.replace(/(?<=(?:[sxz]|[cs]h))es$|(?<=[^aeiou])ies$|(?<=[^su])s$/, '');
  return single.length < 6 ? single : single.replace(/(?:ing|ed)$/, '');
}
