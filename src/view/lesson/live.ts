/** What a lesson needs of the page to ask the live model. */
import type { LoadedModel, ModelSpec } from '../../engine/model.ts';
import type { Lab } from '../../run/lab.ts';
import type { GroupView } from '../group-state.ts';
import { untaughtOpen } from '../question/beyond.ts';
import type { Readiness } from '../readiness.ts';
import { readinessOf } from '../readiness.ts';
import type { JudgeState } from '../rubric/judge-controller.ts';
import type { PageState } from '../state.ts';
import type { Explained } from '../synthesis/explain-controller.ts';

interface Asked {
  /** The group of the question that stands in the page. */
  readonly shown: GroupView | null;
  readonly explained: Explained | null;
  /** A question is asked and has not ended. */
  readonly asking: boolean;
  readonly judge: JudgeState;
}

export interface Live extends Asked {
  /** An experiment goes on in this tab: to ask pauses it. */
  readonly experimenting: boolean;
  readonly readiness: Readiness;
  /** Null before there is one; `failed` where it could not be had. */
  readonly model: LoadedModel | 'failed' | null;
  /** The model that comes with the page; empty where there is none. */
  readonly bundled: string;
  /** The model that was not taught open questions, by its name. */
  readonly untaught: string | null;
}

export const liveOf = (
  { model, run }: PageState,
  lab: Lab | null,
  bundled: ModelSpec | null,
  asked: Asked,
): Live => ({
  ...asked,
  experimenting: run !== null,
  readiness: readinessOf(model, bundled),
  model: model.kind === 'failed' ? 'failed' : model.kind === 'ready' ? model.model : null,
  bundled: bundled?.id ?? '',
  untaught: untaughtOpen(lab),
});
