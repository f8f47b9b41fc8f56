/** The settings panel with what the page knows of its model and of this machine. */
import type { nothing, TemplateResult } from 'lit';
import { html } from 'lit';
import { defaultPrompts } from '../../run/prompts.ts';
import { isOneThreaded, threadChoices } from '../../run/threads.ts';
import type { ModelController } from '../model/model-controller.ts';
import type { DraftController } from '../question/draft-controller.ts';
import type { ShareController } from '../share/share-controller.ts';
import type { SettingsController } from './settings-controller.ts';

export interface SettingsDrawer {
  readonly draft: DraftController;
  readonly set: SettingsController;
  readonly model: ModelController;
  readonly share: ShareController;
}

/** With where another model can be had; a prepared link may fix the settings. */
export function settingsDrawer(
  drawer: SettingsDrawer,
  models: TemplateResult | typeof nothing,
): TemplateResult {
  const { kind } = drawer.draft.now;
  const { chat, loaded: model, threads } = drawer.model;
  const oneThread = model !== null && isOneThreaded(model, crossOriginIsolated);
  const isHere = model !== null && model.capabilities.device !== 'remote';
  const set = isHere && threads !== 'auto' && !oneThread ? threads : null;
  const pending = set !== null && set !== model?.capabilities.threads;
  return html`<cat-settings-panel
    .chat=${chat}
    .kind=${kind}
    .model=${model}
    .change=${drawer.set.change}
    .prompts=${defaultPrompts(chat, kind)}
    .threads=${threads}
    .mostThreads=${threadChoices(navigator.hardwareConcurrency)}
    .oneThread=${oneThread}
    .threadsPending=${pending}
    .pinned=${drawer.share.pinned}
    >${models}</cat-settings-panel
  >`;
}
