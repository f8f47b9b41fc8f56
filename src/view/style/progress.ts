import { css } from 'lit';

/** A thin bar that fills, in the colours of the page. */
export const progressBar = css`
  progress {
    width: 100%;
    height: 0.4rem;
    border: 0;
    border-radius: 1rem;
    background: var(--line);
    accent-color: var(--act);
    appearance: none;
    forced-color-adjust: none;
  }
  progress::-webkit-progress-bar {
    border-radius: 1rem;
    background: var(--line);
  }
  progress::-webkit-progress-value {
    border-radius: 1rem;
    background: var(--act);
  }
  progress::-moz-progress-bar {
    border-radius: 1rem;
    background: var(--act);
  }
  @media (forced-colors: active) {
    progress,
    progress::-webkit-progress-bar {
      border: 1px solid CanvasText;
      background: Canvas;
    }
  }
`;
