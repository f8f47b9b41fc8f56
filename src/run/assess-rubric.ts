/**
 * The open regime after the synthesis: the anchor's criteria, then the judge's verdicts. What the
 * group has already is not asked again.
 */
import { rubricOf, verdictsOf, withEvidence } from '../group/evidence.ts';
import { withGiven } from '../reward/rubric/given.ts';
import { judge, missingVerdicts } from '../reward/rubric/judge.ts';
import { RUBRIC_PROMPTS } from '../reward/rubric/prompt.ts';
import { propose, PROPOSE_ATTEMPTS } from '../reward/rubric/propose.ts';
import type { Rubric, Verdict } from '../reward/rubric/rubric.ts';
import type { AssessEvent, Assessed } from './assess.ts';
import { judgedTexts } from './judging.ts';
import type { GroupTools } from './tools.ts';

export interface RubricAssessed extends Omit<Assessed, 'tools'> {
  readonly tools: Pick<GroupTools, 'take'>;
}

export async function* assessRubric(
  assessed: RubricAssessed,
): AsyncGenerator<AssessEvent, void, undefined> {
  const { question, recipe, synthesis, evidence } = assessed.group;
  if (question.kind !== 'open' || synthesis === undefined || recipe.judging === undefined) return;
  const found = rubricOf(evidence);
  let rubric = found;
  if (rubric === null) {
    for await (const event of proposing(assessed, synthesis.text)) {
      if (event.kind === 'rubric') rubric = event;
      else yield event;
    }
    // Stopped, or the engine is down.
    if (rubric === null) return;
  }
  // A question that brings no rubric leaves what an earlier asking brought.
  const whole = question.rubric === undefined ? rubric : withGiven(rubric, question.rubric);
  if (whole !== found) yield { kind: 'evidence', evidence: whole };
  if (!whole.criteria.some(({ source }) => source !== 'given') && found === null) {
    yield { kind: 'fault', fault: { kind: 'no-criteria', attempts: PROPOSE_ATTEMPTS } };
  }
  yield* judging(assessed, whole, verdictsOf(withEvidence(evidence, whole)));
}

async function* proposing(
  { group: { recipe }, tools, seed, signal }: RubricAssessed,
  synthesis: string,
): AsyncGenerator<AssessEvent | Rubric, void, undefined> {
  const { chat } = recipe.anchor;
  const anchor = await tools.take('anchor');
  if (anchor === null) {
    yield { kind: 'fault', fault: { kind: 'not-loaded', engine: 'anchor' } };
    return;
  }
  const prompt = recipe.assessPrompts?.propose ?? RUBRIC_PROMPTS[chat].propose;
  const options = { prompt, chat, sampling: recipe.synthesisSampling, seed };
  for await (const event of propose(anchor, synthesis, options, signal)) {
    if (event.kind === 'rubric') yield event.rubric;
    else if (event.kind === 'fault') yield event;
    else yield { kind: 'assessing', job: 'rubric', done: event.done, total: event.total };
  }
}

async function* judging(
  { group, tools, seed, signal }: RubricAssessed,
  rubric: Rubric,
  verdicts: readonly Verdict[],
): AsyncGenerator<AssessEvent, void, undefined> {
  const { recipe } = group;
  const { repeats, permute } = recipe.judging ?? { repeats: 1, permute: false };
  const texts = judgedTexts(group);
  const asked = missingVerdicts(rubric, texts, verdicts, { repeats, permute, seed });
  if (asked.length === 0 || signal.aborted) return;
  yield { kind: 'assessing', job: 'verdicts', done: 0, total: asked.length };
  const engine = await tools.take('judge');
  if (engine === null) {
    yield { kind: 'fault', fault: { kind: 'not-loaded', engine: 'judge' } };
    return;
  }
  const { chat } = recipe.judge;
  const prompts = { ...RUBRIC_PROMPTS[chat], ...recipe.assessPrompts };
  const options = { prompts, chat, repeats, seed };
  let done = 0;
  for await (const event of judge(engine, asked, rubric.criteria, texts, options, signal)) {
    if (event.kind === 'fault') yield event;
    else {
      yield { kind: 'evidence', evidence: event.verdict };
      yield { kind: 'assessing', job: 'verdicts', done: ++done, total: asked.length };
    }
  }
}
