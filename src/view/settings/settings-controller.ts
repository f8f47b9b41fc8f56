import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { canonicalJson } from '../../base/hash.ts';
import type { ModelSpec } from '../../engine/model.ts';
import type { Recipe } from '../../group/recipe.ts';
import type { Question } from '../../question/question.ts';
import { changeOf } from '../../run/recipe-change.ts';
import type { ChatKind, Settings, SettingsChange } from '../../run/settings.ts';
import { applyChange, defaultSettings } from '../../run/settings.ts';

/** What the person set: everything that differs from the defaults of the loaded model. */
export class SettingsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #change: SettingsChange = {};
  #kind: Question['kind'] = 'verifiable';
  /** Prompts that were changed for the other kind of question. */
  #otherPrompts: Settings['prompts'] = {};
  /** The sampling that came with the last model. */
  #preset: ModelSpec['preset'] | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get change(): SettingsChange {
    return this.#change;
  }

  /** What was changed of the prompts for each kind of question, whichever is in hand. */
  get prompts(): Record<Question['kind'], Settings['prompts']> {
    const { prompts = {} } = this.#change;
    const others = this.#otherPrompts;
    return this.#kind === 'open' ? { open: prompts, verifiable: others } : { verifiable: prompts, open: others };
  }

  hostConnected(): void {}

  set(change: SettingsChange): void {
    this.#change = change;
    this.#host.requestUpdate();
  }

  /** These in place of all that was set: of the prompts for the other kind of question nothing stays. */
  anew(change: SettingsChange): void {
    this.#otherPrompts = {};
    this.set(change);
  }

  of(chat: ChatKind): Settings {
    return applyChange(defaultSettings(chat), this.#change);
  }

  /** Each kind of question has its own prompts, and keeps what was changed of them. */
  setKind(kind: Question['kind']): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    const { prompts = {}, ...rest } = this.#change;
    const others = this.#otherPrompts;
    this.#otherPrompts = prompts;
    this.set({ ...rest, prompts: others });
  }

  /** What goes on from a group or runs it again does so with its settings. */
  take(recipe: Recipe, chat: ChatKind): void {
    this.set(changeOf(recipe, chat));
  }

  /**
   * Prompts belong to a kind of model, and sampling that came with one to that one; everything else is the
   * person's choice and stays. The result takes it back, unless the settings were changed since.
   */
  newModel(spec: ModelSpec, before: ChatKind): () => void {
    const [change, preset, otherPrompts] = [this.#change, this.#preset, this.#otherPrompts];
    const { prompts = {}, sampling = {}, ...rest } = this.#change;
    const same = spec.chat === before;
    if (!same) this.#otherPrompts = {};
    const isOfModel = this.#preset !== null && canonicalJson(sampling) === canonicalJson(this.#preset);
    this.#preset = spec.preset ?? null;
    this.set({
      ...rest,
      ...(same ? { prompts } : {}),
      sampling: spec.preset ?? (isOfModel ? {} : sampling),
    });
    const made = this.#change;
    return () => {
      if (this.#change !== made) return;
      this.#preset = preset;
      this.#otherPrompts = otherPrompts;
      this.set(change);
    };
  }

  /** A seed that neither the settings nor this group have had: the same would give the same answers. */
  nextSeed(chat: ChatKind, group: Recipe | null): void {
    const last = Math.max(this.of(chat).seed, group?.seed ?? 0);
    this.set({ ...this.#change, seed: (last + 1) >>> 0 });
  }
}
