import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GroupId } from '../base/id.ts';
import type { Evaluation } from '../group/group.ts';
import { explainGroup, stepsOf } from '../run/explain.ts';
import type { Explanation, Span } from '../synthesis/explain/explanation.ts';
import { partingFacts } from './explain-case.ts';
import type { GroupView } from './group-state.ts';
import type { PartingFacts } from './text/en-explain.ts';

/** What one rollout is to the selected step; null where it is silent. */
export interface Stand {
  readonly kind: 'supports' | 'contradicts';
  readonly step: number;
  readonly quote: Span | null;
}

/** Why the synthesis says so, with what a person has selected. */
export interface Explained {
  readonly explanation: Explanation;
  /** Null where nothing parts that one sentence should tell. */
  readonly parting: PartingFacts | null;
  /** Place of the selected step, from 0. */
  readonly step: number | null;
  /** By rollout index; empty while no step is selected. */
  readonly stands: readonly (Stand | null)[];
}

/** Explains the shown group once it is evaluated, and keeps which of its steps is selected. */
export class ExplainController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #selected: { readonly group: GroupId; readonly step: number } | null = null;
  #known: { readonly evaluation: Evaluation; readonly text: string; readonly made: Made } | null =
    null;
  #shown: Explained | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Null before there is an evaluation. What has not changed is the same object. */
  of(group: GroupView | null): Explained | null {
    const { evaluation, synthesis } = group ?? {};
    if (!group || !evaluation || !synthesis || synthesis.text === '') return null;
    if (this.#known?.evaluation !== evaluation || this.#known.text !== synthesis.text) {
      const made = make(group, evaluation, synthesis);
      this.#known = { evaluation, text: synthesis.text, made };
    }
    const { made } = this.#known;
    const isOwn = this.#selected?.group === group.id;
    const step = isOwn ? (this.#selected?.step ?? null) : null;
    if (this.#shown?.explanation !== made.explanation || this.#shown.step !== step) {
      this.#shown = { ...made, step, stands: step === null ? [] : standsOf(made.explanation, step) };
    }
    return this.#shown;
  }

  select(group: GroupId | null, step: number | null): void {
    this.#selected = group === null || step === null ? null : { group, step };
    this.#host.requestUpdate();
  }

  /** Whether there was anything to clear in this group. */
  clear(group: GroupView | null): boolean {
    if (group === null || this.#selected?.group !== group.id) return false;
    this.select(null, null);
    return true;
  }
}

type Made = Pick<Explained, 'explanation' | 'parting'>;

function make(
  group: GroupView,
  evaluation: Evaluation,
  synthesis: NonNullable<GroupView['synthesis']>,
): Made {
  const explanation = explainGroup(synthesis, group.rollouts, evaluation);
  return { explanation, parting: partingFacts(evaluation, explanation) };
}

function standsOf(explanation: Explanation, step: number): (Stand | null)[] {
  const stands: (Stand | null)[] = [];
  const { supports, contradicts } = stepsOf(explanation)[step] ?? { supports: [], contradicts: [] };
  for (const { index, quote } of supports) stands[index] = { kind: 'supports', step, quote };
  for (const { index, quote } of contradicts) stands[index] = { kind: 'contradicts', step, quote };
  return Array.from(stands, (stand) => stand ?? null);
}
