/** A measured device as a table that scrolls sideways in itself where the window is narrow. */
import type { TemplateResult } from 'lit';
import { css, html } from 'lit';
import type { DeviceRow, DeviceTable } from '../../run/measure-device.ts';
import { count, rate } from '../format.ts';
import { say } from '../text/current.ts';

export const deviceTable = (table: DeviceTable, adapter: string | null): TemplateResult => {
  const { columns } = say.measure;
  return html`<p class="s" id="about">${say.measure.caption(table, adapter)}</p>
    <div class="scroll" role="group" tabindex="0" aria-label=${say.measure.table}>
      <table aria-labelledby="about">
        <thead>
          <tr>
            ${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map(row)}
        </tbody>
      </table>
    </div>
    <ul class="notes xs soft">
      ${notesOf(table).map((note) => html`<li>${note}</li>`)}
    </ul>`;
};

const row = ({ group, decode, inTurn, step, firstToken, prefill }: DeviceRow): TemplateResult =>
  html`<tr>
    <th scope="row">${count(group)}</th>
    <td>${rate(decode)}</td>
    <td>${rate(inTurn)}</td>
    <td>${say.measure.gain(decode / inTurn)}</td>
    <td>${say.measure.milliseconds(step)}</td>
    <td>${say.measure.seconds(firstToken)}</td>
    <td>${rate(prefill)}</td>
  </tr>`;

function notesOf(table: DeviceTable): string[] {
  const [one] = table.rows;
  return [
    ...(table.gpuBytes === null ? [] : [say.measure.memory(table)]),
    ...(one === undefined ? [] : [say.measure.limit(table.bytes, one.step)]),
    ...(table.decoding === 'in-turn' ? [say.measure.inTurn] : []),
    ...(table.leftOut.length === 0 ? [] : [say.measure.leftOut(table.leftOut, table.slots)]),
    say.measure.bench,
  ];
}

export const deviceTableStyle = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-top: 1px solid var(--line);
    text-align: end;
    white-space: nowrap;
  }
  thead th {
    border-top: 0;
    font-weight: 400;
    color: var(--ink-soft);
    white-space: normal;
    vertical-align: bottom;
  }
  th:first-child {
    padding-inline-start: 0;
  }
  .notes {
    display: grid;
    gap: var(--space-1);
    max-width: 60rem;
  }
`;
