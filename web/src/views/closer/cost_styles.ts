import { css } from 'lit';

export const costStyles = css`
  dl {
    max-width: 560px;
    margin: 0 0 var(--s3);
  }
  dt {
    font-size: var(--small);
  }
  .bar {
    min-width: 2px;
    height: 16px;
    margin: 2px 0 var(--s2);
    border: 1px solid var(--edge);
    background: var(--surface);
  }
  .bar span {
    display: block;
    height: 100%;
    background: var(--accent);
  }
  figure {
    margin: 0 0 var(--s3);
  }
  svg {
    display: block;
    width: 100%;
    max-width: 480px;
    height: auto;
    font: 12px var(--font);
  }
  text {
    fill: var(--ink-soft);
  }
  path,
  circle {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
  }
  .grid {
    stroke: var(--rule);
    stroke-width: 1;
  }
  .line {
    stroke: var(--ink-soft);
    stroke-width: 1;
    stroke-dasharray: 5 3;
  }
  circle {
    fill: var(--surface);
  }
  .shown {
    stroke: var(--accent);
    stroke-width: 3;
  }
  details {
    max-width: 640px;
  }
  summary {
    min-height: 24px;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .bar span {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
