import type { LitElement, ReactiveController } from 'lit';

/** What can be reached by keyboard. */
const REACHABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

/**
 * Where a step takes the button away that was pressed, the keyboard's place goes on to what came in its stead:
 * to `[data-next]` if there is one, else to the first control. Without it the place is lost to the page's begin.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  #had: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const had = this.#had;
    this.#had = null;
    if (had === null || had.isConnected) return;
    const { renderRoot } = this.#host;
    const next = renderRoot.querySelector<HTMLElement>('[data-next]') ?? renderRoot.querySelector<HTMLElement>(REACHABLE);
    next?.focus();
  }
}
