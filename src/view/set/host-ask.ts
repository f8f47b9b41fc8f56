import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { tell } from '../text/sets.ts';

export interface HostAsk {
  readonly url: string;
  /** What else there is to know before it is fetched. */
  readonly facts: readonly string[];
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** The question that stands before every fetch from another host. */
export function hostAsk({ url, facts, confirm, cancel }: HostAsk): TemplateResult {
  const { host } = new URL(url);
  return html`<div class="confirm" role="group" aria-label=${tell.ask.question(host)}>
    <strong>${tell.ask.question(host)}</strong>
    <p>${tell.ask.warn}</p>
    <p>${tell.ask.from(url)}</p>
    ${facts.map((fact) => html`<p>${fact}</p>`)}
    <div class="bar">
      <button class="primary" type="button" data-next @click=${confirm}>${tell.ask.confirm(host)}</button>
      <button type="button" @click=${cancel}>${tell.ask.cancel}</button>
    </div>
  </div>`;
}
