import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Recording } from '../../recording/recording.ts';
import { changeOf } from '../../run/recipe-change.ts';
import type { ChatKind, SettingsChange } from '../../run/settings.ts';
import type { ClassItem } from '../../share/class-file.ts';
import type { ShareFault } from '../../share/fault.ts';
import type { Hideable } from '../../share/link.ts';
import type { Draft } from '../question/draft.ts';
import { draftOf, isOf } from '../question/draft.ts';
import type { DraftController } from '../question/draft-controller.ts';
import type { SettingsController } from '../settings/settings-controller.ts';
import { faultText } from '../text/faults.ts';
import { told } from '../text/share.ts';
import type * as parts from './parts.ts';
import type { Received } from './parts.ts';
import { fixedSettings, keepVisit, keptVisit } from './prepared-visit.ts';
import type { Put, Shared, SharedActions, SharedNote } from './shared.ts';
import { nothingShared } from './shared.ts';

type Parts = typeof parts;

const fetchParts = (): Promise<Parts> => import('./parts.ts');

/** What the controller needs of the page that it puts questions into. */
export interface SharePage {
  readonly draft: DraftController;
  readonly set: SettingsController;
  readonly chat: () => ChatKind;
  /** A question is being answered. */
  readonly busy: () => boolean;
  /** Goes to where questions are asked. */
  readonly toQuestion: () => void;
}

/**
 * Links and class files as they come: by the page's address, also while it is open, by the picker, by a
 * drop. What they hold is put into the page, and nothing of it is run or stored by itself.
 */
export class ShareController implements ReactiveController, SharedActions {
  readonly #host: LitElement;
  readonly #page: SharePage;
  readonly #fetch: () => Promise<Parts>;
  #parts: Parts | null = null;
  #now: Shared = nothingShared;
  /** What stood in the page before. */
  #before: { readonly draft: Draft; readonly settings: SettingsChange } | null = null;
  /** What was put there last: as long as nobody changes it, it is nobody's work. */
  #last: { readonly draft: Draft | null; readonly settings: SettingsChange | null } = {
    draft: null,
    settings: null,
  };
  /** A link that came while a question was being answered. */
  #waiting: Received | null = null;
  /** Counts what was opened: of several under way only the last one is shown. */
  #opened = 0;

  constructor(host: LitElement, page: SharePage, fetch = fetchParts) {
    this.#host = host;
    this.#page = page;
    this.#fetch = fetch;
    host.addController(this);
    host.addEventListener('cat-class-file', ({ detail }) => void this.openFile(detail));
  }

  get pinned(): boolean {
    return this.#now.pinned;
  }

  /** A recording stands in place of the answers. */
  get plays(): boolean {
    return this.#now.recording?.plays === true;
  }

  /** A question of a link or a class file waits to be asked. */
  get puts(): boolean {
    const { draft } = this.#last;
    return draft !== null && draft === this.#page.draft.now;
  }

  /** The recording that came from elsewhere, if it is of this question. */
  recordingOf(draft: Draft): Recording | null {
    const recording = this.#now.recording?.recording;
    return recording !== undefined && isOf(draft, recording.group.question) ? recording : null;
  }

  /** The person's own answers are wanted. */
  putAside(): void {
    const { recording } = this.#now;
    if (recording?.plays === true) this.#set({ recording: { ...recording, plays: false } });
  }

  showRecording(): void {
    const { recording } = this.#now;
    if (recording !== null) this.#set({ recording: { ...recording, plays: true } });
  }

  hides(what: Hideable): boolean {
    return this.#now.hide.includes(what);
  }

  get isOpen(): boolean {
    return this.#dialog('cat-share-dialog')?.isOpen === true || this.#dialog('cat-class-dialog')?.isOpen === true;
  }

  /** What has come from elsewhere; `here` where questions are asked. */
  view(here: boolean): TemplateResult | typeof nothing {
    if (this.#now === nothingShared) return nothing;
    // What would show it could not be fetched: all that there is to say is that.
    if (this.#parts === null) {
      const { note } = this.#now;
      return note === null ? nothing : html`<p class="part" role="alert">${note.text}</p>`;
    }
    return html`<cat-shared
      .shared=${this.#now}
      .actions=${this}
      .busy=${this.#page.busy()}
      .here=${here}
    ></cat-shared>`;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#arrived);
    addEventListener('dragover', this.#dragged);
    addEventListener('drop', this.#dropped);
    if (location.hash.includes('?')) this.#arrived();
    else void this.#resume();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#arrived);
    removeEventListener('dragover', this.#dragged);
    removeEventListener('drop', this.#dropped);
  }

  async openDialog(name: 'cat-share-dialog' | 'cat-class-dialog'): Promise<void> {
    if ((await this.#load()) === null) return;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog(name)?.open();
  }

  /** The dialogs can be drawn. */
  get there(): boolean {
    return this.#parts !== null;
  }

  async openFile(file: Blob): Promise<void> {
    const mine = ++this.#opened;
    const parts = await this.#load();
    if (parts === null) return;
    const read = await parts.readClass(file);
    if (mine !== this.#opened) return;
    if (!read.ok) return this.#say(wrong(told.note.wrongFile, read.fault));
    this.#page.toQuestion();
    this.#set({ list: read.value, recording: null, note: null });
    await this.#host.updateComplete;
    const list = this.#host.renderRoot.querySelector('cat-shared');
    await list?.updateComplete;
    list?.renderRoot.querySelector<HTMLElement>('#list')?.focus();
  }

  undo(): void {
    const before = this.#before;
    if (before === null) return;
    this.#before = null;
    this.#page.draft.write(before.draft);
    this.#page.set.set(before.settings);
    this.#say({ kind: 'said', text: told.note.undone, offer: null });
  }

  openNow(): void {
    const received = this.#waiting;
    this.#waiting = null;
    if (received !== null) this.#take(received);
  }

  dismiss(): void {
    this.#waiting = null;
    this.#set({ note: null });
  }

  showAll(): void {
    keepVisit(null);
    this.#set({ hide: [], pinned: false });
  }

  keep(): void {
    void this.#keep();
  }

  live(item: ClassItem): void {
    const put =
      item.kind === 'question'
        ? item
        : {
            question: item.recording.group.question,
            settings: changeOf(item.recording.group.recipe, this.#page.chat()),
          };
    this.#page.toQuestion();
    this.putAside();
    this.#put(put, told.note.live);
  }

  play(item: ClassItem): void {
    if (item.kind !== 'recording') return;
    this.#set({ recording: { recording: item.recording, from: 'file', plays: true, kept: null } });
  }

  closeRecording(): void {
    this.#set({ recording: null });
  }

  closeList(): void {
    const { recording } = this.#now;
    this.#set({ list: null, recording: recording?.from === 'file' ? null : recording });
  }

  readonly #arrived = (): void => {
    const at = location.hash.indexOf('?');
    if (at >= 0) void this.#receive(location.hash.slice(at + 1));
  };

  async #receive(query: string): Promise<void> {
    const mine = ++this.#opened;
    const parts = await this.#load();
    if (parts === null || mine !== this.#opened) return;
    const received = await parts.receive(query);
    if (mine !== this.#opened) return;
    if (!received.ok) return this.#say(wrong(told.note.wrongLink, received.fault));
    const { link } = received.value;
    this.#set({ hide: link.hide, pinned: link.pinned });
    keepVisit({ hide: link.hide, pinned: link.pinned, query: parts.queryOf(fixedSettings(link)) });
    if (!this.#page.busy()) return this.#take(received.value);
    this.#waiting = received.value;
    this.#say({ kind: 'said', text: told.note.waiting, offer: 'open-now' });
  }

  /** The page was loaded anew where a prepared link had led: what that left out and fixed still is. */
  async #resume(): Promise<void> {
    const visit = keptVisit();
    if (visit === null) return;
    // At once: what is left out is not to be seen while the rest comes.
    this.#set({ hide: visit.hide, pinned: visit.pinned });
    const mine = this.#opened;
    const parts = await this.#load();
    this.#host.requestUpdate();
    if (parts === null || visit.query === '') return;
    const received = await parts.receive(visit.query);
    const { set } = this.#page;
    const isOver = mine !== this.#opened || this.#now.hide !== visit.hide;
    // What was in hand before the page was loaded anew has them already.
    if (isOver || !received.ok || !isDefault(set.change)) return;
    set.set(received.value.link.settings ?? {});
    this.#last = { ...this.#last, settings: set.change };
  }

  #take({ link, recording }: Received): void {
    this.#set({ note: null, recording: recording && { recording, from: 'link', plays: true, kept: null }, list: null });
    const { question, settings, level } = link;
    if (level !== null) this.#page.draft.setLevel(level);
    if (question === null && settings === null) return;
    this.#put({ question, settings }, question === null ? told.note.settings : told.note.link);
  }

  /** What a person wrote or set can be brought back; what the page gave by itself can be had again. */
  #put({ question, settings }: Put, said: string): void {
    const { draft, set } = this.#page;
    const writes =
      question !== null &&
      !draft.isUntouched &&
      draft.now !== this.#last.draft &&
      !isOf(draft.now, question);
    const sets = settings !== null && !isDefault(set.change) && set.change !== this.#last.settings;
    const replaces = writes || sets;
    this.#before = replaces ? { draft: draft.now, settings: set.change } : null;
    // Each kind of question has its own prompts, which the settings bring along.
    if (question !== null) draft.write(draftOf(question));
    if (settings !== null) set.set(settings);
    this.#last = { draft: draft.now, settings: set.change };
    const text = replaces ? `${said} ${told.note.replaced}` : said;
    this.#say({ kind: 'said', text, offer: replaces ? 'undo' : null });
  }

  async #keep(): Promise<void> {
    const { recording: shared } = this.#now;
    if (shared === null || this.#parts === null) return;
    const kept = await this.#parts.keep(this.#host, shared.recording);
    if (!kept.ok) {
      const { what, why } = faultText(kept.fault);
      return this.#say({ kind: 'wrong', text: told.note.wrongKeep(what, why), offer: null });
    }
    if (this.#now.recording?.recording === shared.recording) {
      this.#set({ recording: { ...shared, kept: kept.value } });
    }
    this.#host.dispatchEvent(new CustomEvent('cat-imported', { detail: null }));
  }

  readonly #dragged = (event: DragEvent): void => {
    // Only so may files be dropped; what they are called is told with the drop.
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };

  readonly #dropped = (event: DragEvent): void => {
    if (event.defaultPrevented) return;
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    // Otherwise the browser would open the file in place of the page.
    event.preventDefault();
    void this.openFile(file);
  };

  #dialog<K extends 'cat-share-dialog' | 'cat-class-dialog'>(name: K): HTMLElementTagNameMap[K] | null {
    return this.#parts === null ? null : this.#host.renderRoot.querySelector(name);
  }

  async #load(): Promise<Parts | null> {
    try {
      this.#parts ??= await this.#fetch();
    } catch {
      this.#say({ kind: 'wrong', text: told.note.missing, offer: null });
    }
    return this.#parts;
  }

  #say(note: SharedNote): void {
    this.#set({ note });
  }

  #set(change: Partial<Shared>): void {
    this.#now = { ...this.#now, ...change };
    this.#host.requestUpdate();
  }
}

/** Nothing is set: groups of settings may stand there without any. */
const isDefault = (change: SettingsChange): boolean =>
  Object.values(change).every((one) => typeof one === 'object' && Object.keys(one).length === 0);

const wrong = (
  say: (path: string, reason: string) => string,
  { path, reason }: ShareFault,
): SharedNote => ({ kind: 'wrong', text: say(path, reason), offer: null });

declare global {
  interface HTMLElementEventMap {
    /** A class file was chosen somewhere on the page. */
    'cat-class-file': CustomEvent<Blob>;
  }
}

