import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GroupId } from '../base/id.ts';
import type { Lab } from '../run/lab.ts';
import type { GroupView } from './group-state.ts';
import { keepInHand, takeInHand } from './in-hand.ts';
import type { ModelController } from './model/model-controller.ts';
import type { PageController } from './page-controller.ts';
import { draftOf } from './question/draft.ts';
import type { DraftController } from './question/draft-controller.ts';
import type { SettingsController } from './settings/settings-controller.ts';

interface OpenedHost extends ReactiveControllerHost {
  readonly lab: Lab | null;
}

interface OpenedParts {
  readonly page: PageController;
  readonly draft: DraftController;
  readonly set: SettingsController;
  readonly model: ModelController;
  /** Whether a teacher has fixed the settings. */
  readonly pinned: () => boolean;
  /** The group that belongs to the question as it stands. */
  readonly shown: () => GroupView | null;
}

/** A group that somebody opens: the question and the settings of the page become its own. */
export class OpenedController implements ReactiveController {
  readonly #host: OpenedHost;
  readonly #parts: OpenedParts;
  #opening: GroupId | null = null;
  /** What was in hand when the page was loaded anew. */
  #inHand = takeInHand();

  constructor(host: OpenedHost, parts: OpenedParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#keep);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#keep);
  }

  /** A problem that the page gave, and nobody has asked, gives way to another one. */
  readonly #keep = (): void => {
    const { draft, set, shown } = this.#parts;
    const group = shown();
    if (group === null && draft.isUntouched) return;
    keepInHand({ draft: draft.now, change: set.change, group: group?.id ?? null });
  };

  open(id: GroupId): void {
    this.#opening = id;
    this.#parts.page.want(id);
    void this.#open(id);
  }

  async #open(id: GroupId): Promise<void> {
    const isThere = (await this.#host.lab?.open(id)) ?? false;
    if (isThere || this.#opening !== id) return;
    // Removed in another tab, or never written to this disk.
    this.#opening = null;
    this.#parts.page.want(null);
    this.#settle();
  }

  /** Puts back the question that was in hand: before anything is drawn, so that no other one is seen. */
  putBack(): void {
    if (this.#inHand !== null) this.#parts.draft.write(this.#inHand.draft);
  }

  /** Once there is a lab: opens the group that was in hand; whether another language was chosen. */
  goOn(): boolean {
    if (this.#inHand === null) return false;
    const { group, language } = this.#inHand;
    if (group === null) this.#settle();
    else this.open(group);
    return language !== undefined;
  }

  /** Told of each group that comes onto the page. */
  follow(group: GroupView | null): void {
    if (group === null || group.id !== this.#opening) return;
    this.#opening = null;
    const { draft, set, model, pinned } = this.#parts;
    draft.write(draftOf(group.question));
    // What goes on from it or runs it again does so with its settings, and the panel shows them.
    if (!pinned()) set.take(group.recipe, model.chat);
    this.#settle();
  }

  /** The settings as they stood, whatever those of the group were. */
  #settle(): void {
    if (this.#inHand !== null) this.#parts.set.set(this.#inHand.change);
    this.#inHand = null;
  }
}
