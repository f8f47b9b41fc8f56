import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GroupId } from '../../base/id.ts';
import type { Evaluation } from '../../group/group.ts';
import type { explainGroup } from '../../run/explain.ts';
import { stepsOf } from '../../run/explanation.ts';
import type { Explanation, Span } from '../../synthesis/explain/explanation.ts';
import { partingFacts } from './explain-case.ts';
import type { GroupView } from '../group-state.ts';
import type { PartingFacts } from '../text/en-explain.ts';

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

type Explain = typeof explainGroup;

let explain: Explain | null = null;

/** It reads sums and answers as the evaluation does: too much to fetch before there is a synthesis. */
export async function fetchExplain(): Promise<void> {
  explain ??= (await import('../../run/explain.ts')).explainGroup;
}

/** Explains the shown group once it is evaluated, and keeps which of its steps is selected. */
export class ExplainController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #selected: { readonly group: GroupId; readonly step: number } | null = null;
  #known: { readonly evaluation: Evaluation; readonly text: string; readonly made: Made } | null =
    null;
  #shown: Explained | null = null;
  #fetching = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * Null before there is an evaluation, and until what explains is there. What has not changed is the
   * same object.
   */
  of(group: GroupView | null): Explained | null {
    const { evaluation, synthesis } = group ?? {};
    if (explain === null) {
      if (synthesis) void this.#fetch();
      return null;
    }
    if (!group || !evaluation || !synthesis || synthesis.text === '') return null;
    if (this.#known?.evaluation !== evaluation || this.#known.text !== synthesis.text) {
      const made = madeBy(explain, group, evaluation, synthesis);
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

  /** Where it does not come, steps stand without their counts, and the next drawing asks again. */
  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    await fetchExplain().catch(() => {});
    this.#fetching = false;
    if (explain !== null) this.#host.requestUpdate();
  }

  /** Whether there was anything to clear in this group. */
  clear(group: GroupView | null): boolean {
    if (group === null || this.#selected?.group !== group.id) return false;
    this.select(null, null);
    return true;
  }
}

export type Made = Pick<Explained, 'explanation' | 'parting'>;

/** What follows from the texts alone. */
export function madeBy(
  by: Explain,
  group: GroupView,
  evaluation: Evaluation,
  synthesis: NonNullable<GroupView['synthesis']>,
): Made {
  const explanation = by(synthesis, group.rollouts, evaluation);
  return { explanation, parting: partingFacts(evaluation, explanation) };
}

function standsOf(explanation: Explanation, step: number): (Stand | null)[] {
  const stands: (Stand | null)[] = [];
  const { supports, contradicts } = stepsOf(explanation)[step] ?? { supports: [], contradicts: [] };
  for (const { index, quote } of supports) stands[index] = { kind: 'supports', step, quote };
  for (const { index, quote } of contradicts) stands[index] = { kind: 'contradicts', step, quote };
  return Array.from(stands, (stand) => stand ?? null);
}
