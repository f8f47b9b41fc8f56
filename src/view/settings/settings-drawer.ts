/** The settings panel with what the page knows of its model and of this machine. */
import type { nothing, TemplateResult } from 'lit';
import { html } from 'lit';
import type { LoadedModel } from '../../engine/model.ts';
import type { Question } from '../../question/question.ts';
import { defaultPrompts } from '../../run/prompts.ts';
import type { ChatKind, SettingsChange } from '../../run/settings.ts';
import { isOneThreaded, threadChoices } from '../../run/threads.ts';

export interface SettingsDrawer {
  readonly chat: ChatKind;
  readonly kind: Question['kind'];
  readonly model: LoadedModel | null;
  readonly change: SettingsChange;
  readonly threads: number | 'auto';
  /** Where another model can be had. */
  readonly models: TemplateResult | typeof nothing;
  /** A prepared link fixes the settings. */
  readonly pinned: boolean;
}

export function settingsDrawer(drawer: SettingsDrawer): TemplateResult {
  const { chat, kind, model, change, threads, models, pinned } = drawer;
  const oneThread = model !== null && isOneThreaded(model, crossOriginIsolated);
  const isHere = model !== null && model.capabilities.device !== 'remote';
  const set = isHere && threads !== 'auto' && !oneThread ? threads : null;
  const pending = set !== null && set !== model?.capabilities.threads;
  return html`<cat-settings-panel
    .chat=${chat}
    .kind=${kind}
    .model=${model}
    .change=${change}
    .prompts=${defaultPrompts(chat, kind)}
    .threads=${threads}
    .mostThreads=${threadChoices(navigator.hardwareConcurrency)}
    .oneThread=${oneThread}
    .threadsPending=${pending}
    .pinned=${pinned}
    >${models}</cat-settings-panel
  >`;
}
