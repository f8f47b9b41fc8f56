/**
 * The methods that a recipe names, one after another: each says what is to be asked, this asks it and
 * keeps the choice with its evidence. A method of several calls is stored after each of them as
 * `unfinished`, so that a stop or a dead tab loses only what is in flight.
 */
import { deriveSeed } from '../base/random.ts';
import { candidatesOf } from '../baseline/candidates.ts';
import type { Asking, Material, Method } from '../baseline/method.ts';
import { METHODS } from '../baseline/methods.ts';
import { METHOD_NAMES } from '../baseline/selection.ts';
import type { NoChoice, Selection } from '../baseline/selection.ts';
import type { Engine } from '../engine/engine.ts';
import { selectionsOf } from '../group/evidence.ts';
import type { Group } from '../group/group.ts';
import type { Question } from '../question/question.ts';
import type { AssessEvent, Assessed } from './assess.ts';
import { askMethod } from './ask-method.ts';
import type { SelectionParts } from './ask-method.ts';
import { cannot } from './methods.ts';

/** Above the parts of rollouts and synthesis, so that no method shares a seed with them. */
const METHOD_PART = 0x20000;

export async function* assessMethods(
  assessed: Assessed,
): AsyncGenerator<AssessEvent, void, undefined> {
  const { group, signal } = assessed;
  for (const name of group.recipe.methods ?? []) {
    const before = selectionsOf(group.evidence).find(({ method }) => method === name) ?? null;
    if (before !== null && before.reason !== 'unfinished') continue;
    if (signal.aborted || !(yield* carryOut(METHODS[name], before, assessed))) return;
  }
}

/** Gives whether the next method may have its turn: not after a stop, nor under a broken engine. */
async function* carryOut(
  method: Method,
  before: Selection | null,
  { group, tools, seed, signal }: Assessed,
): AsyncGenerator<AssessEvent, boolean, undefined> {
  const { asking, name } = method;
  const engine = asking === null ? null : await tools.take(partOf(asking, group));
  // A model that has to be loaded first costs the one who took its place, not this method.
  const began = performance.now();
  const selection = (parts: SelectionParts): AssessEvent => ({
    kind: 'evidence',
    evidence: {
      kind: 'selection',
      method: name,
      scores: [],
      calls: [],
      scoredTokens: 0,
      seconds: (before?.seconds ?? 0) + (performance.now() - began) / 1000,
      ...parts,
    },
  });
  if (asking !== null && (engine === null || engine.loaded === null)) {
    const { engine: id } = asking.role === 'judge' ? group.recipe.judge : group.recipe.anchor;
    yield { kind: 'fault', fault: { kind: 'not-loaded', engine: id } };
    return false;
  }
  const part = METHOD_PART + 0x100 * METHOD_NAMES.indexOf(name);
  const material = materialOf(asking, group, deriveSeed(seed, part));
  const [only, another] = material.candidates;
  const reason = whyNone(method, engine, material, group.question.kind);
  if (reason !== null || only === undefined) {
    yield selection({ index: null, reason: reason ?? 'nothing-to-choose' });
  } else if (asking === null || engine === null) {
    yield selection(method.conclude(material, []));
  } else if (another === undefined) {
    // One candidate alone is chosen without a word.
    yield selection({ index: only.index });
  } else {
    return yield* askMethod({ method, material, asking, engine, before, selection, signal });
  }
  return true;
}

/** Why nothing is to be asked at all, or null. What can never be had comes before what is missing here. */
function whyNone(
  { name, asking }: Method,
  engine: Engine | null,
  { candidates, reference }: Material,
  kind: Question['kind'],
): NoChoice | null {
  const lacksReference = asking?.needsReference === true && reference === null;
  const isEmpty = lacksReference || candidates.length === 0;
  return cannot(name, engine?.loaded ?? null, kind) ?? (isEmpty ? 'nothing-to-choose' : null);
}

/** A question with a final answer asks no model beside the anchor. */
const partOf = ({ role }: Asking, { recipe }: Group): 'anchor' | 'judge' =>
  role === 'judge' && recipe.judging !== undefined ? 'judge' : 'anchor';

function materialOf(asking: Asking | null, group: Group, seed: number): Material {
  const { recipe, rollouts, synthesis, question } = group;
  const isWhole = synthesis?.stop === 'end' && synthesis.text.trim() !== '';
  return {
    question: question.text,
    candidates: candidatesOf(rollouts, recipe.group),
    reference: isWhole ? synthesis.text : null,
    group: recipe.group,
    chat: (asking?.role === 'judge' ? recipe.judge : recipe.anchor).chat,
    prompt: asking === null ? '' : (recipe.assessPrompts?.[asking.prompt] ?? ''),
    seed,
  };
}
