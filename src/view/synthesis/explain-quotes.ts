/** What the answers say of one step: who says the same and who otherwise, each with its very line. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { stepsOf } from '../../run/explanation.ts';
import type { Contradiction, Explanation, Support } from '../../synthesis/explain/explanation.ts';
import type { GroupView } from '../group-state.ts';
import { icon } from '../icon.ts';
import { prose } from '../markdown/prose.ts';
import { say } from '../text/current.ts';
import type { Written } from '../written-in.ts';
import { writtenIn } from '../written-in.ts';

export interface Quotes {
  readonly group: GroupView;
  readonly explanation: Explanation;
  /** Place of the step, from 0. */
  readonly step: number;
  readonly close: () => void;
}

export function quotes({ group, explanation, step, close }: Quotes): TemplateResult {
  const { supports, contradicts, silent } = stepsOf(explanation)[step] ?? NONE;
  const parted = new Map(explanation.parted.map((one) => [one.index, one.step]));
  const written = writtenIn(group.recipe.policy);
  return html`<div class="top">
      <h3>${say.explain.heading(step)}</h3>
      <button
        type="button"
        class="small plain"
        aria-label=${say.explain.closeLabel}
        @click=${close}
      >
        ${icon('close')}${say.explain.close}
      </button>
    </div>
    ${sayings('supports', sameLines(group, supports, () => ''), written)}
    ${sayings(
      'contradicts',
      sameLines(group, contradicts, (one) => remark(one, parted.get(one.index) ?? step, step)),
      written,
    )}
    ${silent.length === 0 ? nothing : html`<p class="xs">${say.explain.silent(silent)}</p>`}`;
}

const NONE = { supports: [], contradicts: [], silent: [] };

interface Saying {
  readonly indices: number[];
  readonly line: string;
  /** What is other in it, and where its answer parted before. */
  readonly remark: string;
}

const remark = ({ difference }: Contradiction, parted: number, step: number): string =>
  [
    say.explain.difference[difference],
    ...(parted < step ? [say.explain.parted(parted)] : []),
  ].join(', ');

/** Those who say the same words in one row, the row of most first. */
function sameLines<T extends Support>(
  group: GroupView,
  found: readonly T[],
  remarkOf: (one: T) => string,
): Saying[] {
  const rows = new Map<string, Saying>();
  for (const one of found) {
    const text = group.rollouts[one.index]?.text ?? '';
    const line = one.quote === null ? '' : text.slice(one.quote.start, one.quote.end);
    const said = remarkOf(one);
    const key = `${said}\n${line}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { indices: [one.index], line, remark: said });
    else row.indices.push(one.index);
  }
  return [...rows.values()].sort((a, b) => b.indices.length - a.indices.length);
}

function sayings(
  kind: 'supports' | 'contradicts',
  rows: readonly Saying[],
  written: Written,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<h4 class=${kind}>
      ${icon(kind === 'supports' ? 'same' : 'otherwise')}${kind === 'supports'
        ? say.explain.same
        : say.explain.otherwise}
    </h4>
    <ul>
      ${rows.map(
        ({ indices, line, remark: said }) => html`<li>
          <strong>${say.explain.who(indices)}</strong>${said === ''
            ? nothing
            : html` <span class="remark">(${said})</span>`}
          ${line === '' ? nothing : html`<q class=${kind} dir="auto" lang=${written}>${prose(line, { line: true })}</q>`}
        </li>`,
      )}
    </ul>`;
}
