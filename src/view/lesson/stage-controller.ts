import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html } from 'lit';
import type { Recording } from '../../recording/recording.ts';
import { intend } from '../intent.ts';
import type { OpeningView } from './opening-view.ts';
import type { Recorded } from './recorded.ts';

const fetchParts = (): Promise<OpeningView> => import('./opening-view.ts');

/**
 * Until a person has asked something, a recorded run plays in the place of the answers; then their own
 * stand there, and a button leads back to the recorded one.
 */
export class StageController implements ReactiveController {
  readonly #host: LitElement;
  #there: { readonly recording: Recording; readonly parts: OpeningView } | null = null;
  #coming = false;
  /** Whether a person wants to see it though there are answers of their own. */
  #wanted = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Keeps its place while it comes. Where it, or what draws it, cannot be had, answers have it. */
  async open(opening: Promise<Recording | null>, by = fetchParts): Promise<void> {
    this.#coming = true;
    try {
      const [recording, parts] = await Promise.all([opening, by()]);
      this.#there = recording && { recording, parts };
    } catch {
      this.#there = null;
    }
    this.#coming = false;
    this.#host.requestUpdate();
  }

  /** Answers are asked for: they take its place. */
  giveWay(): void {
    if (!this.#wanted) return;
    this.#wanted = false;
    this.#host.requestUpdate();
  }

  /** `own`: there are answers of this visit, or they are on their way. */
  view(own: boolean, results: () => TemplateResult): TemplateResult {
    const there = this.#there;
    if (there === null) {
      return this.#coming && !own ? html`<div class="stage-place"></div>${results()}` : results();
    }
    const { recording, parts } = there;
    if (own && !this.#wanted) return html`${parts.wayBack(() => void this.#show())}${results()}`;
    return parts.stageView({
      recording,
      own,
      take: () => {
        intend(this.#host, 'cat-put', recording.group.question);
        intend(this.#host, 'cat-ask', { fresh: false, anyway: false });
      },
      giveWay: () => this.giveWay(),
    });
  }

  /** The button is gone then, and the focus belongs to what has come. */
  async #show(): Promise<void> {
    this.#wanted = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const recorded = this.#host.renderRoot.querySelector<Recorded>('cat-recorded');
    await recorded?.updateComplete;
    recorded?.focusPlay();
  }
}
