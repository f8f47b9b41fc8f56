/** The recording as a step has it: the group as it is played, and beside the sentences its question and a picture. */
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Explained } from '../synthesis/explain-controller.ts';
import { tell } from '../text/lessons.ts';
import { BUNDLED } from '../written-in.ts';
import type { Scene } from './lessons.ts';
import { criteriaPicture, marksPicture, rewardsPicture, votesPicture } from './pictures.ts';
import './recorded.ts';
import type { Told } from './tapes-controller.ts';

interface Pointing {
  /** The step of the synthesis that was selected; undefined while nobody has. */
  readonly pointed: number | null | undefined;
  readonly point: (step: number | null) => void;
}

/** What was asked. */
export const asked = ({ recording }: Told): TemplateResult =>
  html`<div class="asked">
    <h4>${tell.question}</h4>
    <blockquote lang=${BUNDLED}>${recording.group.question.text}</blockquote>
  </div>`;

/** Made anew with each scene, so that a person's own playing in the last one is over. */
export const stage = (told: Told, scene: Scene): unknown =>
  scene.parts.size === 0 ? nothing : keyed(scene, recorded(told, scene));

const recorded = ({ recording, stops }: Told, { parts, at, plays }: Scene): TemplateResult =>
  html`<cat-recorded
    bare
    .recording=${recording}
    .position=${stops[at]}
    .until=${stops[plays ?? at]}
    .playing=${plays !== undefined}
    .parts=${parts}
  ></cat-recorded>`;

/** Of what came of it; nothing where the step has none. */
export function picture(told: Told, scene: Scene, pointing: Pointing): TemplateResult | typeof nothing {
  const { group } = told.recording;
  const { evaluation } = group;
  if (scene.picture === undefined || evaluation === undefined) return nothing;
  switch (scene.picture) {
    case 'votes':
      return framed(votesPicture(group, evaluation, false));
    case 'votes-judged':
      return framed(votesPicture(group, evaluation, true));
    case 'criteria':
      return framed(criteriaPicture(group));
    case 'rewards':
      return framed(rewardsPicture(evaluation, group.question.kind === 'open'));
    case 'marks':
      return marks(told, scene, pointing);
    default:
      return scene.picture satisfies never;
  }
}

const framed = (content: TemplateResult): TemplateResult =>
  html`<div class="sheet picture">${content}</div>`;

function marks(
  { facts, view, made }: Told,
  { points }: Scene,
  { pointed, point }: Pointing,
): TemplateResult | typeof nothing {
  if (made === null) return nothing;
  const meant = points === undefined ? null : (facts.marks?.[points]?.step ?? null);
  const explained: Explained = { ...made, step: pointed === undefined ? meant : pointed, stands: [] };
  return html`<div
    class="sheet picture"
    @cat-step=${(event: CustomEvent<number | null>) => {
      // The step is one of the recording, and no matter of the live group.
      event.stopPropagation();
      point(event.detail);
    }}
  >
    ${marksPicture(view, explained)}
  </div>`;
}
