import { css } from 'lit';

export const toolsStyles = css`
  :host {
    position: relative;
    z-index: 2;
  }
  /* On narrow screens the picture's lower edge may be far below the step. */
  :host([busy]) {
    position: sticky;
    bottom: var(--bar);
  }
  /* What needs more than the one row grows upwards, lest the picture moves. */
  .bar {
    position: absolute;
    inset: auto 0 0;
    padding: var(--s1) var(--s2);
    border-top: 1px solid var(--rule);
    background: var(--surface);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1);
    min-height: var(--target);
  }
  button {
    padding: 0 var(--s2);
    font-size: var(--small);
  }
  .step {
    max-width: 18ch;
    padding: 0 var(--s1);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--strong);
  }
  .said {
    flex: 1 1 32ch;
    padding: var(--s1);
    font-size: var(--small);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .said.first {
    order: -1;
  }
  .said:empty {
    display: none;
  }
  .menu {
    position-area: top span-right;
    max-height: 50vh;
    overflow: auto;
  }
  .menu button {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  button[aria-pressed='true'] {
    background: var(--accent-tint);
    font-weight: var(--strong);
  }
  .rename {
    position: absolute;
    border-radius: var(--round);
    background: var(--surface);
  }
  .rename input {
    border: 2px solid var(--accent);
    font: var(--strong) 1rem var(--mono);
  }
  .rename p {
    padding: var(--s1);
  }
`;
