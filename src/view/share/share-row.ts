/** The ways to links and class files, below the answers, and the dialogs once they have come. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Settings, SettingsChange } from '../../run/settings.ts';
import { sharedSettings } from '../../share/made.ts';
import type { GroupView } from '../group-state.ts';
import type { HistoryRow } from '../history/history-list.ts';
import type { DraftController } from '../question/draft-controller.ts';
import { questionOf } from '../question/draft.ts';
import { told } from '../text/share.ts';
import type { ShareController } from './share-controller.ts';
import type { Subject } from './share-dialog.ts';

export interface ShareRow {
  readonly share: ShareController;
  readonly draft: DraftController;
  readonly settings: Settings;
  readonly change: SettingsChange;
  readonly shown: GroupView | null;
  readonly rows: readonly HistoryRow[];
}

export function shareRow({ share, draft, settings, change, shown, rows }: ShareRow): TemplateResult {
  const subject: Subject = {
    question: questionOf(draft.now),
    settings: sharedSettings(settings, change),
    level: draft.level,
    group: shown === null || shown.status === 'running' ? null : shown.id,
    given: share.recordingOf(draft.now),
  };
  return html`<div class="share" role="group" aria-label=${told.row}>
      <button
        type="button"
        aria-haspopup="dialog"
        @click=${() => void share.openDialog('cat-share-dialog')}
      >
        ${told.open}
      </button>
      <button
        type="button"
        aria-haspopup="dialog"
        @click=${() => void share.openDialog('cat-class-dialog')}
      >
        ${told.classFile}
      </button>
    </div>
    ${share.there
      ? html`<cat-share-dialog .subject=${subject}></cat-share-dialog>
          <cat-class-dialog
            .rows=${share.hides('history') ? [] : rows}
            .subject=${subject}
          ></cat-class-dialog>`
      : nothing}`;
}
