/** What stands below the answers: ways to share, earlier questions, and how fast this device is. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { LoadedModel } from '../../engine/model.ts';
import type { MeasureController } from '../device/measure-controller.ts';
import type { HistoryController } from '../history/history-controller.ts';
import '../history/history-list.ts';
import { shareRow } from '../share/share-row.ts';
import type { ShareRow } from '../share/share-row.ts';
import { latePart } from '../late-part.ts';
import type { PageState } from '../state.ts';

/** What measures a device comes with the first model that can be measured. */
const needBench = latePart(() => import('../device/device-bench.ts'));

export interface BelowAnswers extends Omit<ShareRow, 'rows'> {
  readonly history: HistoryController;
  readonly measure: MeasureController;
  readonly model: LoadedModel | null;
  /** The graphics processor's name, where there is one. */
  readonly adapter: string | null;
  /** Whether a question is being asked. */
  readonly asking: boolean;
  /** Whether anything goes on, loading too. */
  readonly busy: boolean;
  readonly keeping: PageState['keeping'];
}

export function belowAnswers(parts: BelowAnswers): TemplateResult {
  const { share, history, shown } = parts;
  if (parts.model?.spec.engine === 'webllm') needBench();
  return html`${shareRow({ ...parts, rows: history.rows })}
  ${share.hides('history')
    ? nothing
    : html`<cat-history-list
        .rows=${history.rows}
        .shown=${shown?.id ?? null}
        .running=${parts.asking}
        .keeping=${parts.keeping}
      ></cat-history-list>`}
  ${share.hides('models')
    ? nothing
    : html`<cat-device-bench
        .model=${parts.model}
        .measure=${parts.measure.state}
        .adapter=${parts.adapter}
        .busy=${parts.busy}
      ></cat-device-bench>`}`;
}
