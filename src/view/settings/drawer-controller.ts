import type { LitElement, ReactiveController } from 'lit';
import { tellMissing } from '../late-part.ts';
import type { SettingsPanel } from './settings-panel.ts';

type Where = Parameters<SettingsPanel['open']>[0];

/** Most who come change no setting. */
const fetchDrawer = (): Promise<unknown> => import('./settings-panel.ts');

/** Fetches the drawer of the settings when it is first opened. */
export class DrawerController implements ReactiveController {
  readonly #host: LitElement;
  #there = customElements.get('cat-settings-panel') !== undefined;

  /** The host draws `cat-settings-panel` while `there` is true. */
  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get there(): boolean {
    return this.#there;
  }

  get isOpen(): boolean {
    return this.#panel()?.isOpen ?? false;
  }

  hostConnected(): void {}

  open(at: Where = 'top'): void {
    if (this.#there) this.#panel()?.open(at);
    else void this.#fetch(at);
  }

  close(): void {
    this.#panel()?.close();
  }

  #panel(): SettingsPanel | null {
    return this.#host.renderRoot.querySelector('cat-settings-panel');
  }

  async #fetch(at: Where): Promise<void> {
    try {
      await fetchDrawer();
    } catch {
      tellMissing(() => this.open(at));
      return;
    }
    this.#there = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#panel()?.open(at);
  }
}
