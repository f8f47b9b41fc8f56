/**
 * A baseline that needs more than the final answers: it asks a model, or reads the log-probabilities
 * that came with the rollouts. A method is pure: it says what is to be asked, and what follows from
 * the replies; `run/assess-methods.ts` does the asking and keeps it all as a Selection.
 *
 * Only rollouts that ended by themselves with a text are candidates: a cut-off or failed one can
 * never be chosen (docs/deviations.md, 9 and 19). Ties go to the rollout seen first.
 */
import type { ChatMessage, StopReason } from '../engine/sample.ts';
import type { Chat } from '../rollout/prompt.ts';
import type { Rollout } from '../rollout/rollout.ts';
import type { MethodPrompt } from './prompt.ts';
import type { MethodName, NoChoice } from './selection.ts';

export interface Material {
  readonly question: string;
  /** In order of index; at least one. */
  readonly candidates: readonly Rollout[];
  /** The synthesis's text; null where it was cut off. */
  readonly reference: string | null;
  /** G: lists of scores have this length. */
  readonly group: number;
  /** Of the model that is asked. */
  readonly chat: Chat;
  /** The template of its prompt; an empty text where nothing is asked. */
  readonly prompt: string;
  /** The method's own, for the order of the candidates. */
  readonly seed: number;
}

/** One call. Where there is a `continuation`, its log-probability is wanted and nothing is sampled. */
export interface Ask {
  /** Rollout indices as they stand in the prompt; the last one is what a call of many is about. */
  readonly order: readonly number[];
  readonly messages: readonly ChatMessage[];
  readonly continuation?: string;
  /** Holds the reply to a form, where the engine can. */
  readonly jsonSchema?: object;
}

export interface Reply {
  readonly order: readonly number[];
  readonly text: string;
  readonly stop: StopReason;
  /** Mean log-probability of the continuation; null where none was wanted or it could not be had. */
  readonly score: number | null;
}

export interface Conclusion {
  /** Null where the replies name none. */
  readonly index: number | null;
  readonly reason?: Extract<NoChoice, 'unreadable' | 'no-score'>;
  /** By rollout index, G of them, higher is better; empty where nothing is scored. */
  readonly scores: readonly (number | null)[];
}

/** What a method asks a model for. */
export interface Asking {
  readonly role: 'anchor' | 'judge';
  readonly prompt: MethodPrompt;
  readonly how: 'sample' | 'score';
  /** What the bundled kind of model must have been taught, in the words of its manifest; null: nothing. */
  readonly job: string | null;
  /** The same of open questions, where that is another job. */
  readonly openJob?: string;
  /** Whether the synthesis is part of the prompt. */
  readonly needsReference: boolean;
}

export interface Method {
  readonly kind: 'method';
  readonly name: MethodName;
  /** Null where nothing is asked. */
  readonly asking: Asking | null;
  /** Called only with two candidates or more: one alone is chosen without a word. */
  asks(material: Material): readonly Ask[];
  /** From the replies that came, in any order; some may be missing. */
  conclude(material: Material, replies: readonly Reply[]): Conclusion;
}
