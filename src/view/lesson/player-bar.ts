/** The controls of a recording: play, step, position, speed. */
import type { TemplateResult } from 'lit';
import { css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../icon.ts';
import { played } from '../text/recording.ts';
import { SPEEDS } from './player.ts';
import type { PlayerController } from './player.ts';

export function playerBar(player: PlayerController, step: (by: 1 | -1) => void): TemplateResult {
  const { playing, position, end, speed, moment, time, endTime } = player;
  const ended = !playing && end > 0 && position >= end;
  const keys = (event: KeyboardEvent): void => {
    const by = { PageDown: 1, PageUp: -1 }[event.key] as 1 | -1 | undefined;
    if (by !== undefined) step(by);
    else if (event.key === ' ') player.toggle();
    else return;
    event.preventDefault();
  };
  return html`<div class="bar" role="group" aria-label=${played.player}>
    <button type="button" class="play" ?disabled=${end === 0} @click=${() => player.toggle()}>
      ${icon(playing ? 'pause' : 'ask')}<span class="word"
        >${playing ? played.pause : ended ? played.again : played.play}</span
      >
    </button>
    <button
      type="button"
      class="small"
      aria-label=${played.back}
      title=${played.stepWhy}
      aria-disabled=${position === 0}
      @click=${() => step(-1)}
    >
      ${icon('back')}
    </button>
    <button
      type="button"
      class="small"
      aria-label=${played.on}
      title=${played.stepWhy}
      aria-disabled=${position >= end}
      @click=${() => step(1)}
    >
      ${icon('on')}
    </button>
    <input
      type="range"
      min="0"
      max=${end}
      step="1"
      .value=${live(String(position))}
      aria-label=${played.position}
      aria-valuetext=${moment === null ? '' : played.place(moment, time, endTime)}
      @input=${(event: InputEvent) => player.seek((event.target as HTMLInputElement).valueAsNumber)}
      @keydown=${keys}
    />
    <span class="clock" aria-hidden="true">${played.clock(time, endTime)}</span>
    <label class="speed"
      >${played.speed}
      <select
        @change=${(event: Event) => {
          const chosen = Number((event.target as HTMLSelectElement).value);
          const found = SPEEDS.find((one) => one === chosen);
          if (found !== undefined) player.setSpeed(found);
        }}
      >
        ${SPEEDS.map(
          (one) =>
            html`<option value=${one} ?selected=${one === speed}>${played.times(one)}</option>`,
        )}
      </select></label
    >
  </div>`;
}

export const playerStyle = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }
  .bar .play {
    justify-content: flex-start;
    min-width: 8.5rem;
  }
  .bar .small {
    min-height: 2.25rem;
  }
  .bar button[aria-disabled='true'] {
    color: var(--ink-soft);
    border-style: dashed;
    cursor: default;
  }
  .bar input {
    flex: 1 1 10rem;
    min-width: 6rem;
    padding: 0;
    accent-color: var(--act);
  }
  /* Digits of one width, so that nothing beside them moves. */
  .bar .clock {
    min-width: 8em;
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .bar .speed {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  /* Arrows point on with the direction of the text. */
  .bar .small:dir(rtl) svg {
    transform: scaleX(-1);
  }
`;
