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

/** Lists of what the learner has marked. */
export const marked = css`
  section {
    margin-bottom: var(--s4);
  }
  h3 {
    margin: 0 0 var(--s2);
    font-size: var(--text);
    font-weight: var(--strong);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    gap: var(--s2);
    align-items: center;
    padding: var(--s1) 0;
    border-bottom: 1px solid var(--rule);
  }
  .what {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** Headings, paragraphs and what scrolls within a panel. */
export const parts = css`
  h3,
  h4 {
    margin: 0 0 var(--s2);
    font-size: var(--text);
    font-weight: var(--strong);
  }
  h4 {
    margin: 0;
    font-size: var(--small);
  }
  p {
    max-width: 72ch;
    margin-bottom: var(--s2);
    overflow-wrap: anywhere;
  }
  section {
    margin-bottom: var(--s5);
  }
  .scroll {
    max-height: 420px;
    margin-bottom: var(--s3);
    overflow: auto;
    scrollbar-width: thin;
  }
`;
