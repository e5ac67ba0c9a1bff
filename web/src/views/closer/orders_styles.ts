import { css } from 'lit';

export const ordersStyles = css`
  /* What is below keeps its place while it counts. */
  section:first-of-type {
    min-height: 110px;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s1) var(--s4);
    max-width: 84ch;
    margin: 0 0 var(--s3);
  }
  dt {
    font-weight: var(--strong);
  }
  dd {
    margin: 0;
  }
  th.number {
    width: 1%;
    padding-right: var(--s3);
  }
  td {
    min-width: 120px;
  }
  .differs {
    background: var(--accent-tint);
    font-weight: var(--strong);
  }
  @media (max-width: 700px) {
    dl {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
