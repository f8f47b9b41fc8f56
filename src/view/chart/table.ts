/** The numbers of a chart as a table that opens below it. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { label } from '../text/charts.ts';
import type { Chart } from './chart.ts';
import { written } from './number.ts';

export const chartTable = ({ title, table: { columns, rows } }: Chart): TemplateResult =>
  html`<details>
    <summary>${label.table}</summary>
    <div class="box" role="region" tabindex="0" aria-label=${label.tableOf(title)}>
      <table>
        <thead>
          <tr>
            ${columns.map(
              ({ head, kind }) => html`<th scope="col" class=${kind === 'text' ? 'text' : ''}>${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              ${columns.map(({ kind }, at) => {
                const text = written(row[at] ?? null, kind);
                return at === 0
                  ? html`<th scope="row" class=${kind === 'text' ? 'text' : ''}>${text}</th>`
                  : html`<td>${text}</td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
