/**
 * What a person wants, as typed events that rise to `cat-app`. Elements send these and write no
 * shared state; `cat-app` alone has the lab do it (answers.ts). Those of the experiments' place that only ask
 * what there is are answered there.
 */
import type { Fault } from '../base/fault.ts';
import type { GroupId, RunId } from '../base/id.ts';
import type { ModelSpec } from '../engine/model.ts';
import type { Evidence } from '../group/evidence.ts';
import type { Judging } from '../group/recipe.ts';
import type { SetItem } from '../question/set/item.ts';
import type { Question } from '../question/question.ts';
import type { Level } from '../question/world/level.ts';
import type { SettingsChange } from '../run/settings.ts';

export interface Intents {
  /** The question was edited to this text. */
  'cat-edit': string;
  /** This becomes the question, with what is known of its answer. */
  'cat-put': Question;
  /** The question has a final answer, or is open. */
  'cat-kind': Question['kind'];
  'cat-another': { readonly level: Level };
  /** `fresh` runs again what the store could answer; `anyway` asks nano outside its world. */
  'cat-ask': { readonly fresh: boolean; readonly anyway: boolean };
  'cat-stop': null;
  /** Everything that differs from the defaults. */
  'cat-settings': SettingsChange;
  /** The same in place of all that was set, the prompts for the other kind of question included. */
  'cat-settings-anew': SettingsChange;
  'cat-threads': number | 'auto';
  /** `confirmed` lists the hosts that the person agreed to fetch from. */
  'cat-load': { readonly spec: ModelSpec; readonly confirmed: readonly string[] };
  /** Hosts that the person agreed to ask, before anything large is fetched from them. */
  'cat-confirm': readonly string[];
  /** Loads the model that comes with the page. */
  'cat-reload': null;
  /** Loads once more what was last asked for. */
  'cat-load-again': null;
  'cat-cancel-load': null;
  /** Lets go of the independent judge. */
  'cat-judge-unload': null;
  /** Shows where another model can be had, and where methods are chosen. */
  'cat-models': null;
  'cat-methods': null;
  /** Shows the settings. */
  'cat-change-settings': null;
  /** Measures how fast the loaded model decodes on this device. */
  'cat-measure': null;
  'cat-measure-stop': null;
  /** A person's change of the shown group: a verdict overruled, or the rubric. */
  'cat-amend': Evidence;
  /** Asks the judge for what is missing; with other judging than the group's, for more of it. */
  'cat-judge': { readonly group: GroupId; readonly judging?: Judging };
  /** Shows what the answers say of this step of the synthesis, from 0, or of none. */
  'cat-step': number | null;
  /** Shows the rollout of this index. */
  'cat-show': number;
  'cat-open': GroupId;
  'cat-remove': { readonly group: GroupId } | { readonly run: RunId } | 'everything';
  'cat-undo': null;
  /** Takes the example that stands beside a question from outside nano's world. */
  'cat-take-example': null;
  /** The questions of the next experiment, and the name of the set that they are from. */
  'cat-set-chosen': { readonly name: string; readonly items: readonly SetItem[] };
  /** Asks what an experiment with these questions and the settings as they stand would take. */
  'cat-run-estimate': { readonly items: readonly SetItem[]; readonly sizes: readonly number[] };
  /** Begins an experiment with the settings as they stand. */
  'cat-run-begin': {
    readonly set: string;
    readonly items: readonly SetItem[];
    readonly name: string;
    /** Of smaller groups that a synthesis is written of too. */
    readonly sizes: readonly number[];
  };
  /** Goes on with one; `takeOver` takes it from another tab. */
  'cat-run-resume': { readonly run: RunId; readonly takeOver: boolean };
  'cat-run-pause': null;
  /** Asks what the synthesis of smaller groups of these sizes would take. */
  'cat-scale-estimate': { readonly run: RunId; readonly sizes: readonly number[] };
  /** Has it written out of the run's rollouts. */
  'cat-run-scale': { readonly run: RunId; readonly sizes: readonly number[] };
  'cat-run-rename': { readonly run: RunId; readonly name: string };
  /** Shows the page in the language of this tag. */
  'cat-language': string;
  'cat-toast-close': null;
  'cat-dismiss': Fault;
}

export type IntentName = keyof Intents;

/** Those that `cat-experiments` answers by itself; `cat-app` answers all others. */
export type ExperimentIntent =
  | 'cat-set-chosen'
  | 'cat-run-estimate'
  | 'cat-run-rename'
  | 'cat-scale-estimate';

/** Sends one intent from an element up through all shadow roots. */
export function intend<K extends IntentName>(from: EventTarget, name: K, detail: Intents[K]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap extends IntentEventMap {}
}

type IntentEventMap = { [K in IntentName]: CustomEvent<Intents[K]> };
