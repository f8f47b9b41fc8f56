import { describe, expect, test } from 'vitest';
import { amendment } from '../../src/group/amend.ts';
import type { Evidence } from '../../src/group/evidence.ts';
import { withEvidence } from '../../src/group/evidence.ts';
import type { Criterion } from '../../src/reward/rubric/rubric.ts';
import { criterion, given, rubricOf, verdict } from '../kit/rubric-records.ts';

const stored = { ...rubricOf(criterion('Names a.'), given('Names b.', 7)), refused: [{ text: '', why: 'empty' as const }] };
const group = {
  question: { kind: 'open', text: 'How?' } as const,
  evidence: [stored, verdict(0, 1, 'yes'), verdict(1, 1, 'no')] as readonly Evidence[],
};
const change = (...criteria: readonly Criterion[]) => amendment(group, rubricOf(...criteria));
const [first, second] = stored.criteria as readonly [Criterion, Criterion];

describe('a person may', () => {
  test('overrule a verdict and take that back; the judge’s own words stay', () => {
    const forged = verdict(0, 1, 'no', { reason: 'forged', overruled: 'no' });
    const overruled = amendment(group, forged);
    expect(overruled).toEqual({ ok: true, value: verdict(0, 1, 'yes', { overruled: 'no' }) });
    const after = { ...group, evidence: withEvidence(group.evidence, forged) };
    const back = amendment(after, verdict(0, 1, 'yes'));
    expect(back.ok && back.value).not.toHaveProperty('overruled');
  });

  test('weigh a criterion, switch it off, and add one', () => {
    const amended = change(
      { ...first, weight: 3, off: true },
      { ...second, off: true },
      criterion('  Says\nhow. ', { weight: 2 }),
    );
    expect(amended).toEqual({
      ok: true,
      value: {
        ...stored,
        criteria: [
          { ...first, weight: 3, off: true },
          { ...second, off: true },
          { text: 'Says how.', weight: 2, source: 'written' },
        ],
      },
    });
  });

  test('edit a criterion, which then is written by a person and has lost its verdicts', () => {
    const amended = change({ ...first, text: 'Names a and b.' }, second);
    expect(amended).toMatchObject({ ok: true, value: { criteria: [{ source: 'written' }, second] } });
    if (!amended.ok) return;
    const left = withEvidence(group.evidence, amended.value);
    expect(left.map((piece) => (piece.kind === 'verdict' ? piece.criterion : piece.kind))).toEqual([
      'rubric',
      1,
    ]);
  });

  test('take away what a person wrote, and the verdicts on the others go with them', () => {
    const written = criterion('Says so.', { source: 'written' });
    const evidence: Evidence[] = [
      rubricOf(first, written, second),
      ...[verdict(0, 1, 'yes'), verdict(1, 1, 'no'), verdict(2, 1, 'no')],
    ];
    const amended = amendment({ ...group, evidence }, rubricOf(first, second));
    expect(amended).toMatchObject({ ok: true, value: { criteria: [first, second] } });
    const left = amended.ok ? withEvidence(evidence, amended.value) : [];
    expect(left.slice(1)).toEqual([verdict(0, 1, 'yes'), verdict(1, 1, 'no')]);
  });

  test('take a change of words back, and it is the model’s criterion again', () => {
    const proposals = [{ text: '- Names a.', tokens: 4, promptTokens: 9, stop: 'end' as const, seconds: 1 }];
    const edited = { ...rubricOf(criterion('Names z.', { source: 'written' })), proposals };
    const amended = amendment({ ...group, evidence: [edited] }, rubricOf(first));
    expect(amended).toMatchObject({ ok: true, value: { criteria: [first] } });
  });
});

describe('a person may not', () => {
  test.each([
    ['take away what they did not write', [first]],
    ['leave one empty', [{ ...first, text: ' ' }, second]],
    ['write one without end', [{ ...first, text: 'a b '.repeat(200) }, second]],
    ['write one twice', [first, second, criterion('names A!')]],
    ['weigh one with nothing', [{ ...first, weight: 0 }, second]],
    ['weigh one with no number', [{ ...first, weight: NaN }, second]],
    ['weigh one without bounds', [{ ...first, weight: 1e9 }, second]],
    ['change the data set’s text', [first, { ...second, text: 'Names c.' }]],
    ['change the data set’s points', [first, { ...second, weight: 8 }]],
  ] satisfies [string, Criterion[]][])('%s', (_, criteria) => {
    expect(change(...criteria)).toMatchObject({ ok: false, fault: { kind: 'setting-invalid' } });
  });

  test('put a verdict where the judge gave none', () => {
    expect(amendment(group, verdict(0, 5, 'yes', { overruled: 'yes' }))).toMatchObject({ ok: false });
  });

  test('amend a question with a final answer, or the choice of a method', () => {
    const closed = { ...group, question: { kind: 'verifiable', text: 'How many?' } as const };
    expect(amendment(closed, stored)).toMatchObject({ ok: false });
    const selection: Evidence = {
      ...{ kind: 'selection', method: 'bestOfN', index: 0, scores: [], calls: [] },
      ...{ scoredTokens: 0, seconds: 0 },
    };
    expect(amendment(group, selection)).toMatchObject({ ok: false });
    expect(amendment({ ...group, evidence: [] }, stored)).toMatchObject({ ok: false });
  });
});
