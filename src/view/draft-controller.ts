import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Question } from '../question/question.ts';
import type { Level } from '../question/world/level.ts';
import { createProblems, DEFAULT_LEVEL } from '../run/world.ts';
import type { Beyond } from './beyond.ts';
import type { Draft } from './draft.ts';
import { draftOf, emptyDraft, isSameText, withText } from './draft.ts';

/** The question in the page's hands: where it came from, and why it is not asked as it stands. */
export class DraftController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  #problem = createProblems(0);
  #level: Level = DEFAULT_LEVEL;
  #now = emptyDraft;
  /** The problem that the page gave, as long as nothing else was put in its place. */
  #given: Draft | null = null;
  #beyond: Beyond | null = null;
  /** A question that nano can answer, shown beside one that it cannot. */
  #example = emptyDraft;

  /** `changed` is called whenever another question stands there. */
  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get now(): Draft {
    return this.#now;
  }

  get beyond(): Beyond | null {
    return this.#beyond;
  }

  get example(): Draft {
    return this.#example;
  }

  hostConnected(): void {}

  /** Decides which problems come; a problem that nobody touched gives way to the first of them. */
  seed(seed: number, busy: boolean): void {
    this.#problem = createProblems(seed);
    const untouched = this.#now.text === '' || this.#now === this.#given;
    if (untouched && !busy) this.another(this.#level);
  }

  another(level: Level): void {
    this.#level = level;
    this.#given = draftOf(this.#problem(level));
    this.write(this.#given);
  }

  write(draft: Draft): void {
    this.#now = draft;
    this.allow();
    this.#changed();
  }

  /** Of a text that is the known question's, what is known of that comes along. */
  edit(text: string, known: Question | null): void {
    const same = known !== null && isSameText(known.text, text);
    this.write(withText(this.#now, text, same ? known : null));
  }

  setKind(kind: Draft['kind']): void {
    this.write({ ...this.#now, kind });
  }

  /** Says why the question is not asked, beside one that can be. */
  refuse(why: Beyond): void {
    this.#example = draftOf(this.#problem('easy'));
    this.#beyond = why;
    this.#host.requestUpdate();
  }

  allow(): void {
    this.#beyond = null;
    this.#host.requestUpdate();
  }

  takeExample(): void {
    this.write(this.#example);
  }
}
