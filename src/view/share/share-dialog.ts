import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { GroupId } from '../../base/id.ts';
import type { Question } from '../../question/question.ts';
import type { Level } from '../../question/world/level.ts';
import type { Recording } from '../../recording/recording.ts';
import type { SettingsChange } from '../../run/settings.ts';
import { CLASS_SUFFIX, classFileName, classText } from '../../share/class-file.ts';
import type { ShareFault } from '../../share/fault.ts';
import type { Hideable, Link } from '../../share/link.ts';
import { emptyLink, HIDEABLE, LONGEST_LINK, SHORT_LINK } from '../../share/link.ts';
import { linkQuery, parseLink } from '../../share/link-query.ts';
import { untold, withoutTruth } from '../../share/made.ts';
import { packRecording } from '../../share/pack.ts';
import { parseClass } from '../../share/read-class.ts';
import { icon } from '../icon.ts';
import { saveBlob } from '../model/download.ts';
import type { Place } from '../place.ts';
import { addressOf } from '../place.ts';
import { controls } from '../style/controls.ts';
import { dialogFrame } from '../style/dialog.ts';
import { told } from '../text/share.ts';
import { askForTransfer } from '../transfer-door.ts';
import { dialogStyle } from './dialog-style.ts';
import { startChoice } from './start-choice.ts';

/** What stands in the page, to be shared. */
export interface Subject {
  readonly question: Question;
  readonly settings: SettingsChange;
  readonly level: Level;
  /** The group shown, once it has ended. */
  readonly group: GroupId | null;
  /** A recording of this question that came from elsewhere, to be passed on where there is no own group. */
  readonly given: Recording | null;
}

/** The recorded answers: looked for, there, or not to be had. */
type Found = 'reading' | 'none' | 'unstored' | { readonly whole: Packed; readonly untold: Packed };

interface Packed {
  readonly recording: Recording;
  readonly packed: string;
}

const pack = async (recording: Recording): Promise<Packed> => ({
  recording,
  packed: await packRecording(recording),
});

/** As it is, and without the known answer; packed once where there is none. */
const bothPacked = async (recording: Recording): Promise<{ whole: Packed; untold: Packed }> => {
  const whole = await pack(recording);
  const { group: { question } } = recording;
  const tells = question.kind === 'verifiable' && question.truth !== undefined;
  return { whole, untold: tells ? await pack(untold(recording)) : whole };
};

/** Makes a link or a file of the question, its settings and its recorded answers. */
@customElement('cat-share-dialog')
export class ShareDialog extends LitElement {
  @property({ attribute: false }) subject: Subject | null = null;

  @state() private found: Found = 'none';
  @state() private withQuestion = true;
  @state() private withTruth = true;
  @state() private withRecording = true;
  @state() private hide: readonly Hideable[] = [];
  @state() private pinned = false;
  @state() private start: Place = { kind: 'question' };
  @state() private said = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea') private field!: HTMLTextAreaElement | null;
  /** Counts the groups looked for: of several under way only the last one is taken. */
  #looked = 0;

  static override styles = [controls, dialogFrame, dialogStyle];

  get isOpen(): boolean {
    return this.hasUpdated && this.dialog.open;
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.said = '';
    this.requestUpdate();
    void this.#look();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('subject');
    const isOther = before?.group !== this.subject?.group || before?.given !== this.subject?.given;
    if (changed.has('subject') && this.isOpen && isOther) void this.#look();
  }

  /** Closed, it is drawn once: what it shows changes with every token of an answer. */
  protected override shouldUpdate(): boolean {
    return !this.hasUpdated || this.dialog.open;
  }

  override render(): TemplateResult {
    const words = told.dialog;
    const link = this.#link();
    return html`<dialog aria-labelledby="heading" closedby="any">
      <div class="top">
        <h2 id="heading">${words.heading}</h2>
        <button class="plain" type="button" aria-label=${words.close} @click=${this.#close}>
          ${icon('close')}
        </button>
      </div>
      <div class="body">
        <fieldset>
          <legend>${words.what}</legend>
          ${this.#contents()}
        </fieldset>
        <fieldset>
          <legend>${words.prepare}</legend>
          <p class="s soft">${words.hide}</p>
          <div class="inline">
            ${HIDEABLE.map((name) =>
              box(words.names[name], this.hide.includes(name), (on) => this.#hide(name, on)),
            )}
          </div>
          ${box(words.pin, this.pinned, (on) => (this.pinned = on))}
          ${startChoice(this.start, (place) => (this.start = place))}
        </fieldset>
        ${this.#result(link)}
        <p class="xs soft">${words.privacy}</p>
      </div>
      ${this.#end(link)}
    </dialog>`;
  }

  #contents(): TemplateResult {
    const words = told.dialog;
    const { subject, found } = this;
    const truth = subject?.question.kind === 'verifiable' ? subject.question.truth : undefined;
    const recorded = this.#recorded();
    // Recorded answers come with their question.
    const hasQuestion = this.withQuestion || (recorded !== null && this.withRecording);
    return html`${box(words.question, this.withQuestion, (on) => (this.withQuestion = on))}
      ${truth === undefined
        ? nothing
        : html`<div class="under">
            ${box(words.truth, this.withTruth && hasQuestion, (on) => (this.withTruth = on), !hasQuestion)}
          </div>`}
      ${box(
        words.recording,
        recorded !== null && this.withRecording,
        (on) => (this.withRecording = on),
        recorded === null,
        recorded === null ? undefined : words.size(recorded.packed.length),
      )}
      ${found === 'none' || found === 'unstored'
        ? html`<p class="under xs soft">${words[found]}</p>`
        : nothing}`;
  }

  #result(link: string | null): TemplateResult {
    const words = told.dialog;
    const tooLong = link !== null && isTooLong(link);
    const refused = link === null || tooLong ? null : refusalOf(link);
    return html`<section aria-labelledby="link">
      <h3 id="link">${words.link}</h3>
      ${link === null
        ? html`<p class="s soft">${this.found === 'reading' ? words.making : words.empty}</p>`
        : html`${tooLong || refused !== null
              ? nothing
              : html`<textarea
                  readonly
                  rows="3"
                  spellcheck="false"
                  aria-labelledby="link"
                  aria-describedby="size"
                  .value=${link}
                  @focus=${this.#select}
                ></textarea>`}
            <p id="size" class="s">
              ${words.size(link.length)}${tooLong
                ? html`. <span class="warn">${icon('warn')}</span> ${words.tooLong(LONGEST_LINK)}`
                : refused !== null
                  ? html`. <span class="warn">${icon('warn')}</span> ${words.refused(refused.path, refused.reason)}`
                : link.length > SHORT_LINK
                  ? html`. ${words.long}`
                  : nothing}
            </p>`}
    </section>`;
  }

  #end(link: string | null): TemplateResult {
    const words = told.dialog;
    const none = link === null || isTooLong(link) || refusalOf(link) !== null;
    // Missing in most browsers on desks, whatever its type says.
    const sends = (navigator as Partial<Navigator>).share !== undefined;
    return html`<div class="end">
      <p class="said s" role="status">${this.said}</p>
      <button type="button" ?disabled=${!this.#hasContent()} @click=${() => void this.#save()}>${words.save}</button>
      ${sends
        ? html`<button type="button" ?disabled=${none} @click=${() => void this.#send()}>
            ${words.send}
          </button>`
        : nothing}
      <button class="primary" type="button" ?disabled=${none} @click=${() => void this.#copy()}>
        ${words.copy}
      </button>
    </div>`;
  }

  /** Null while it holds nothing, or is being made. */
  #link(): string | null {
    const { subject, found, hide, pinned } = this;
    if (subject === null) return null;
    if (this.withRecording && found === 'reading') return null;
    const link: Link = {
      ...emptyLink,
      ...(this.withQuestion
        ? { question: asked(this.#question(subject)), settings: subject.settings, level: subject.level }
        : {}),
      hide,
      pinned,
      recording: this.withRecording ? (this.#recorded()?.packed ?? null) : null,
    };
    const query = linkQuery(link);
    if (query === '' && this.start.kind === 'question') return null;
    const address = `${location.origin}${location.pathname}${addressOf(this.start)}`;
    return query === '' ? address : `${address}?${query}`;
  }

  /** A data set's criteria do not fit a link; a file has them. */
  #question({ question }: Subject): Question {
    if (question.kind === 'open') return { kind: 'open', text: question.text };
    return this.withTruth ? question : withoutTruth(question);
  }

  /** Where the known answer is left out, without what would tell it. */
  #recorded(): Packed | null {
    if (typeof this.found !== 'object') return null;
    return this.withTruth ? this.found.whole : this.found.untold;
  }

  #hasContent(): boolean {
    const hasQuestion = this.subject !== null && asked(this.subject.question) !== null;
    return (this.withQuestion && hasQuestion) || (this.withRecording && this.#recorded() !== null);
  }

  async #look(): Promise<void> {
    const mine = ++this.#looked;
    const { group: id = null, given = null } = this.subject ?? {};
    if (id === null && given === null) {
      this.found = 'none';
      return;
    }
    this.found = 'reading';
    const recording = id === null ? given : await this.#stored(id);
    const made = recording === null ? 'unstored' : await bothPacked(recording);
    if (mine === this.#looked) this.found = made;
  }

  async #stored(id: GroupId): Promise<Recording | null> {
    const group = (await askForTransfer(this)?.group(id)) ?? null;
    return group === null || group.status === 'running' ? null : { group };
  }

  async #copy(): Promise<void> {
    const link = this.#link();
    if (link === null) return;
    try {
      await navigator.clipboard.writeText(link);
      this.said = told.dialog.copied;
    } catch {
      this.field?.focus();
      this.said = told.dialog.notCopied;
    }
  }

  async #send(): Promise<void> {
    const link = this.#link();
    if (link === null) return;
    // Rejects where the person leaves it, which is no fault.
    await navigator.share({ url: link }).catch(() => undefined);
  }

  readonly #save = async (): Promise<void> => {
    const { subject } = this;
    if (subject === null) return;
    const recorded = this.withRecording ? this.#recorded() : null;
    const { question, settings } = subject;
    const name = question.text.slice(0, 60);
    const own = this.withTruth ? question : withoutTruth(question);
    const text = classText({
      name: name.trim() === '' ? CLASS_SUFFIX : name,
      items: [
        recorded === null
          ? { kind: 'question', question: own, settings }
          : { kind: 'recording', recording: recorded.recording },
      ],
    });
    const read = await parseClass(text);
    if (read.ok) saveBlob(classFileName(name), new Blob([text], { type: 'application/json' }));
    this.said = read.ok ? told.dialog.saved : told.dialog.refused(read.fault.path, read.fault.reason);
  };

  #hide(name: Hideable, on: boolean): void {
    this.hide = HIDEABLE.filter((one) => (one === name ? on : this.hide.includes(one)));
  }

  readonly #select = (): void => this.field?.select();

  readonly #close = (): void => this.dialog.close();
}

/** Null where nothing is asked; the settings go by themselves then. */
const asked = (question: Question): Question | null => (question.text.trim() === '' ? null : question);

/** Why this page would not open a link that it has made itself, as where a text is longer than it takes. */
function refusalOf(link: string): ShareFault | null {
  const [, query] = link.split('?');
  const read = query === undefined ? null : parseLink(query);
  return read === null || read.ok ? null : read.fault;
}

const isTooLong = (link: string): boolean => link.length - link.indexOf('#') > LONGEST_LINK;

const box = (
  label: string,
  on: boolean,
  change: (on: boolean) => void,
  disabled = false,
  more?: string,
): TemplateResult =>
  html`<label
    ><input
      type="checkbox"
      .checked=${on}
      ?disabled=${disabled}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />${label}${more === undefined ? nothing : html` <span class="xs soft">${more}</span>`}</label
  >`;

declare global {
  interface HTMLElementTagNameMap {
    'cat-share-dialog': ShareDialog;
  }
}
