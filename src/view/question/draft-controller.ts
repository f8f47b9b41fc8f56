import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Question } from '../../question/question.ts';
import type { Level } from '../../question/world/level.ts';
import { createOpenQuestions, createProblems, DEFAULT_LEVEL } from '../../run/world.ts';
import type { Beyond } from './beyond.ts';
import type { Draft } from './draft.ts';
import { draftOf, emptyDraft, isSameText, withText } from './draft.ts';

/** The question in the page's hands: where it came from, and why it is not asked as it stands. */
export class DraftController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  #problem = createProblems(0);
  #open = createOpenQuestions(0);
  #level: Level = DEFAULT_LEVEL;
  #now = emptyDraft;
  /** By kind the question that the page gave last: the one there gives way to the other kind's. */
  #given: Partial<Record<Draft['kind'], Draft>> = {};
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

  /** Of the problems that come next. */
  get level(): Level {
    return this.#level;
  }

  /** The page gave the question, and nobody has changed it. */
  get isUntouched(): boolean {
    return this.#now === this.#given[this.#now.kind];
  }

  get beyond(): Beyond | null {
    return this.#beyond;
  }

  get example(): Draft {
    return this.#example;
  }

  hostConnected(): void {}

  /** Decides which questions come; one that nobody touched gives way to the first of them. */
  seed(seed: number, busy: boolean): void {
    this.#problem = createProblems(seed);
    this.#open = createOpenQuestions(seed);
    const gives = (this.#now.text === '' || this.isUntouched) && !busy;
    this.#given = {};
    if (gives) this.another(this.#level);
  }

  /** Of the kind that stands there; levels are of problems only. */
  another(level: Level): void {
    this.#level = level;
    this.#give(this.#now.kind);
  }

  setLevel(level: Level): void {
    this.#level = level;
    this.#host.requestUpdate();
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

  /** What a person wrote may be of either kind; what the page gave has its kind. */
  setKind(kind: Draft['kind']): void {
    const given = this.#given[kind];
    const gives = this.isUntouched;
    this.write(gives && given !== undefined ? given : { ...this.#now, kind });
    if (gives && given === undefined) this.#give(kind);
  }

  #give(kind: Draft['kind']): void {
    if (kind === 'open') void this.#giveOpen();
    else this.#put(this.#problem(this.#level));
  }

  /** Its questions may have to be fetched first: what a person puts there meanwhile stays. */
  async #giveOpen(): Promise<void> {
    const before = this.#now;
    const question = await this.#open();
    if (question !== null && this.#now === before) this.#put(question);
  }

  #put(question: Question): void {
    const given = draftOf(question);
    this.#given = { ...this.#given, [question.kind]: given };
    this.write(given);
  }

  /** Says why the question is not asked, beside one that can be. */
  async refuse(why: Beyond): Promise<void> {
    const refused = this.#now;
    const open = why === 'notes' ? await this.#open() : null;
    if (this.#now !== refused) return;
    this.#example = draftOf(open ?? this.#problem('easy'));
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
