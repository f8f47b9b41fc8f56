import { css } from 'lit';

/** Rollouts beside synthesis and verdict, wherever a group is shown. */
export const workStyle = css`
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(22rem, 29vw, 30rem);
    align-items: stretch;
    gap: var(--space-4);
    margin-top: var(--space-1);
  }
  .side {
    align-self: start;
    position: sticky;
    top: var(--space-3);
    display: grid;
    gap: var(--space-3);
  }
  /* As high as the words and the bar of a recorded run, which comes in a moment. */
  .stage-place {
    min-height: 10rem;
  }
  @media (max-width: 48rem) {
    .stage-place {
      min-height: 17rem;
    }
  }
  /* Either column alone has the width to itself. */
  .work.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .work.alone .side {
    position: static;
  }
  @media (max-width: 68rem) {
    .work {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      align-self: auto;
      position: static;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: stretch;
    }
  }
  @media (max-width: 48rem) {
    .side {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
