/** Which faults stand on the page, beside those that stand where they happened. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Fault } from '../base/fault.ts';
import './fault-note.ts';
import type { GroupView } from './group-state.ts';
import type { PageState } from './state.ts';

/** The notes for them; those that belong to the page as a whole can be dismissed. */
export const faultNotes = (state: PageState, shown: GroupView | null): unknown =>
  repeat(
    faultsOnPage(state, shown),
    (fault) => JSON.stringify(fault),
    (fault): TemplateResult =>
      html`<cat-fault-note
        .fault=${fault}
        ?dismissible=${state.faults.includes(fault)}
      ></cat-fault-note>`,
  );

/** Each fault once: what ends a model often ends a group too. */
function faultsOnPage({ model, faults }: PageState, shown: GroupView | null): Fault[] {
  const all = [
    ...(model.kind === 'failed' ? [model.fault] : []),
    ...faults,
    ...(shown === null ? [] : ofGroup(shown)),
  ];
  return [...new Map(all.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** What one rollout met stands in its card, unless it kept the group from going on. */
const ofGroup = ({ status, faults, rollouts }: GroupView): Fault[] =>
  faults.filter((fault) => {
    const text = JSON.stringify(fault);
    const met = rollouts.filter((rollout) => JSON.stringify(rollout.fault) === text);
    return status === 'failed' || met.length === 0 || met.length === rollouts.length;
  });
