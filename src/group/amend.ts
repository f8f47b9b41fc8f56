/**
 * What a person may change of an open group's evidence: overrule a verdict; edit, weigh, switch off or
 * add a criterion, and take away what a person wrote. What models said stays as it was; only the change is taken from what comes in.
 */
import type { Fault } from '../base/fault.ts';
import { failed, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { without } from '../base/without.ts';
import { LONGEST_CRITERION, normaliseCriterion, readCriteria } from '../reward/rubric/criteria.ts';
import type { Criterion, Rubric, Verdict } from '../reward/rubric/rubric.ts';
import { evidenceKey, rubricOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Group } from './group.ts';

/** Criteria that a rubric can have with all that a person adds, and the largest weight of one. */
const MOST_CRITERIA = 100;
const LARGEST_WEIGHT = 100;

/** The piece to store, or a `setting-invalid` that names what cannot be. */
export function amendment(
  group: Pick<Group, 'question' | 'evidence'>,
  change: Evidence,
): Result<Evidence, Fault> {
  if (change.kind === 'verdict') return amendVerdict(group.evidence, change);
  const rubric = rubricOf(group.evidence);
  if (change.kind !== 'rubric' || rubric === null || group.question.kind !== 'open') {
    return invalid('evidence', change.kind, 'a verdict or the rubric of an open question');
  }
  return amendRubric(rubric, change);
}

function amendVerdict(evidence: readonly Evidence[], change: Verdict): Result<Evidence, Fault> {
  const key = evidenceKey(change);
  const stored = evidence.find((piece) => evidenceKey(piece) === key);
  if (stored?.kind !== 'verdict') return invalid('verdict', key, 'one that the judge has given');
  const { overruled } = change;
  const plain = without(stored, 'overruled');
  return ok(overruled === undefined ? plain : { ...plain, overruled });
}

function amendRubric(stored: Rubric, { criteria }: Rubric): Result<Evidence, Fault> {
  const kept = keptOf(stored.criteria, criteria);
  if (kept === null || criteria.length > MOST_CRITERIA) {
    const expected = `all that nobody here wrote, and at most ${MOST_CRITERIA}`;
    return invalid('criteria', String(criteria.length), expected);
  }
  const proposed = new Set(stored.proposals.flatMap(({ text }) => readCriteria(text).criteria));
  const seen = new Set<string>();
  const amended: Criterion[] = [];
  for (const [at, criterion] of criteria.entries()) {
    const name = `criteria.${at + 1}`;
    const before = kept[at];
    const off = criterion.off === true ? { off: true as const } : {};
    if (before?.source === 'given') {
      const same = criterion.text === before.text && criterion.weight === before.weight;
      if (!same) return invalid(name, criterion.text, 'as its data set has it, or switched off');
      amended.push({ ...without(before, 'off'), ...off });
      continue;
    }
    const text = criterion.text.trim().replace(/\s+/g, ' ');
    const plain = normaliseCriterion(text);
    if (plain === '' || text.length > LONGEST_CRITERION) {
      return invalid(name, text, `a text of 1 to ${LONGEST_CRITERION} characters`);
    }
    if (seen.has(plain)) return invalid(name, text, 'another one than those before it');
    seen.add(plain);
    const { weight } = criterion;
    if (!(weight > 0 && weight <= LARGEST_WEIGHT)) {
      return invalid(`${name}.weight`, String(weight), `above 0 and up to ${LARGEST_WEIGHT}`);
    }
    // Whoever takes a change of words back has the model's criterion again.
    const isAsProposed = before !== undefined && proposed.has(text);
    const source = text === before?.text ? before.source : isAsProposed ? 'proposed' : 'written';
    amended.push({ text, weight, source, ...off });
  }
  return ok({ ...stored, criteria: amended });
}

/** The stored criteria without those that a person wrote and takes away; null where others are missing. */
function keptOf(
  stored: readonly Criterion[],
  criteria: readonly Criterion[],
): readonly Criterion[] | null {
  let missing = stored.length - criteria.length;
  const kept: Criterion[] = [];
  for (const one of stored) {
    const isGone = one.source === 'written' && one.text !== criteria[kept.length]?.text;
    if (missing > 0 && isGone) missing -= 1;
    else kept.push(one);
  }
  return missing > 0 ? null : kept;
}

const invalid = (setting: string, value: string, expected: string): Result<never, Fault> =>
  failed({ kind: 'setting-invalid', setting, value: value.slice(0, 200), expected });
