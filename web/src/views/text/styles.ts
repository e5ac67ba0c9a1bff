import { css } from 'lit';

export const textStyles = css`
  .bar,
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2) var(--s4);
  }
  .bar {
    margin-bottom: var(--s2);
  }
  .ways {
    justify-content: start;
    margin: var(--s2) 0;
  }
  .code {
    position: relative;
    display: flex;
    height: clamp(12rem, 50vh, 36rem);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    overflow: hidden;
  }
  .text {
    position: relative;
    display: flex;
    flex: 1;
    min-width: 0;
  }
  pre,
  textarea,
  .numbers {
    margin: 0;
    font: var(--plain) 0.875rem / 1.25rem var(--mono);
    tab-size: 2;
    white-space: pre;
  }
  .numbers {
    flex: none;
    padding: var(--s2) 1ch;
    border-right: 1px solid var(--rule);
    background: var(--sunken);
    color: var(--ink-soft);
    text-align: end;
    overflow: hidden;
  }
  textarea,
  .marks {
    padding: var(--s2);
    border: 0;
  }
  textarea {
    position: relative;
    flex: 1;
    min-width: 0;
    background: none;
    color: inherit;
    resize: none;
  }
  textarea:focus-visible {
    outline-offset: -3px;
  }
  .marks {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .marks > div {
    position: relative;
  }
  .marks pre {
    position: absolute;
    left: 0;
    color: transparent;
  }
  mark {
    color: transparent;
    background: none;
    text-decoration: underline wavy var(--error);
    text-underline-offset: 4px;
  }
  mark.warning {
    text-decoration-color: var(--warning);
  }
  mark.bracket {
    border-radius: 3px;
    background: var(--accent-tint);
    outline: 1px solid var(--accent);
    text-decoration: none;
  }
  .caret {
    margin: var(--s1) 0 var(--s2);
    font-variant-numeric: tabular-nums;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--s2);
    padding: var(--s2) 0;
    border-top: 1px solid var(--rule);
    overflow-wrap: anywhere;
  }
  li svg {
    margin-top: 3px;
  }
  .error svg {
    color: var(--error);
  }
  .warning svg {
    color: var(--warning);
  }
  @media (max-width: 700px) {
    .code {
      height: 40vh;
    }
  }
`;
