import { css } from 'lit';

export const eventLogStyles = css`
  .count {
    align-self: center;
    min-height: 1.5em;
  }
  .lines {
    height: min(60vh, 400px);
    border: 1px solid var(--rule);
    border-radius: var(--round);
    background: var(--surface);
    overflow: auto;
    scrollbar-width: thin;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: stretch;
    height: var(--line);
  }
  :host {
    --line: 36px;
  }
  button.line {
    display: grid;
    grid-template-columns: var(--number) 124px var(--time,) minmax(0, 1fr);
    flex: 1;
    gap: var(--s3);
    align-items: center;
    justify-content: start;
    min-width: 0;
    min-height: 0;
    padding: 0 var(--s3) 0 var(--s2);
    border: 0;
    border-left: 3px solid transparent;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  button.line:hover {
    background: var(--sunken);
  }
  button.line:focus-visible {
    outline-offset: -3px;
  }
  [aria-current] button.line,
  button.line[aria-current] {
    border-left-color: var(--accent);
    background: var(--accent-tint);
  }
  .at,
  .time {
    color: var(--ink-soft);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .state,
  .time {
    font-size: var(--small);
  }
  .told {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .none {
    padding: var(--s4);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s3);
    min-height: var(--target);
    margin-top: var(--s2);
  }
  @media (max-width: 700px) {
    :host {
      --line: 68px;
    }
    button.line {
      grid-template-columns: var(--number) minmax(0, 1fr) auto;
      grid-template-rows: auto auto;
      gap: 0 var(--s2);
      align-content: center;
      padding-right: var(--s2);
    }
    .at {
      grid-row: span 2;
    }
    .told {
      grid-column: 2 / -1;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      font-size: var(--small);
      line-height: 1.4;
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    button.line[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
