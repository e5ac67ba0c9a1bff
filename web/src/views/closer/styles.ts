/** Rules that several panels share. */
import { css } from 'lit';

export const fields = css`
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--s2) var(--s3);
    margin-bottom: var(--s3);
  }
  .field {
    display: grid;
    grid-template-columns: auto minmax(0, 220px);
    gap: var(--s1) var(--s2);
    align-items: center;
    font-size: var(--small);
  }
  .field > span:first-child {
    color: var(--ink-soft);
  }
  .field .complaint {
    grid-column: 2;
  }
`;
