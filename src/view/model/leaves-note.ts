/** That text leaves this machine, for as long as a model of a server may be asked. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { LoadedModel } from '../../engine/model.ts';
import { icon } from '../icon.ts';
import { tell } from '../text/server.ts';
import { untoldText } from '../text/untold.ts';

export const leavesNote = (model: LoadedModel): TemplateResult | typeof nothing => {
  const [base = ''] = model.spec.urls;
  if (model.capabilities.device !== 'remote' || !URL.canParse(base)) return nothing;
  return html`<span class="xs wrong">${icon('warn')} ${tell.leaves(new URL(base).host)}</span>
    <span class="xs soft">${untoldText(model)}</span>`;
};
