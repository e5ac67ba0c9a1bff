import { css } from 'lit';

export const depthStyles = css`
  h3,
  h4 {
    margin: 0 0 var(--s2);
    font-size: var(--text);
    font-weight: var(--strong);
  }
  h4 {
    margin: var(--s2) 0 0;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  p,
  dl,
  details {
    margin: 0 0 var(--s3);
  }
  .intro,
  dl + p {
    max-width: 80ch;
  }
  .pairs {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s4) var(--s5);
    margin-bottom: var(--s4);
  }
  .pairs section {
    padding: var(--s3);
    border: 1px solid var(--rule);
    border-radius: var(--round);
    background: var(--surface);
  }
  .pair {
    display: block;
    width: 100%;
    height: auto;
    max-height: 70vh;
    margin: 0 auto var(--s3);
  }
  .sentence {
    min-height: 3em;
    overflow-wrap: anywhere;
  }
  .names {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    margin: var(--s2) 0 0;
  }
  .step rect {
    fill: var(--tint);
    stroke: var(--hue);
    stroke-width: var(--outline);
    stroke-dasharray: var(--dashes);
  }
  .step text {
    fill: var(--ink);
    text-anchor: middle;
  }
  .step .name {
    font: 14px var(--mono);
  }
  .step .words {
    font: 12px var(--font);
  }
  .step .mark {
    fill: none;
    stroke: var(--hue);
    stroke-width: 1.5;
  }
  .step.about rect {
    stroke-width: 4;
  }
  /* The colours are what they are called, on a dark page too. */
  .step.white rect {
    fill: #ffffff;
    stroke: #77767a;
    stroke-width: 1.25;
  }
  .step.grey rect {
    fill: #c3c4c9;
    stroke: #4a4b52;
    stroke-width: 2.5;
    stroke-dasharray: 6 3;
  }
  .step.black rect {
    fill: #222328;
    stroke: #8a8b92;
    stroke-width: 1.25;
  }
  .step.white text,
  .step.grey text {
    fill: #1d1e22;
  }
  .step.white .mark,
  .step.grey .mark {
    stroke: #1d1e22;
  }
  .step.black text {
    fill: #ffffff;
  }
  .step.black .mark {
    stroke: #ffffff;
  }
  .step.white.about rect,
  .step.grey.about rect,
  .step.black.about rect {
    stroke: var(--accent);
    stroke-width: 4;
  }
  .arrow .line {
    fill: none;
    stroke: var(--ink-soft);
    stroke-width: 1.5;
  }
  .arrow .head {
    fill: var(--ink-soft);
  }
  .arrow.off .line,
  .arrow.forward .line,
  .arrow.cross .line {
    stroke-dasharray: 2 4;
  }
  .arrow.now .line,
  .arrow.tree .line {
    stroke: var(--accent);
    stroke-width: 3;
  }
  .arrow.now .head,
  .arrow.tree .head {
    fill: var(--accent);
  }
  .arrow.back .line {
    stroke: var(--cycle);
    stroke-width: 3.5;
    stroke-dasharray: 10 3;
  }
  .arrow.back .head {
    fill: var(--cycle);
  }
  .arrow .label {
    fill: var(--ink);
    font: 600 12px var(--font);
    text-anchor: middle;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--s1) var(--s4);
  }
  dt {
    font-weight: var(--strong);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  summary {
    min-height: 24px;
    cursor: pointer;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: center;
    margin-top: var(--s3);
  }
  .code {
    max-width: 640px;
  }
  mark {
    padding: 0 2px;
    background: var(--accent-tint);
    color: inherit;
    font-weight: var(--strong);
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .scroll {
    max-height: 420px;
    overflow: auto;
    scrollbar-width: thin;
  }
  .claims th,
  .claims td {
    vertical-align: top;
    white-space: normal;
  }
  .claims td {
    min-width: 200px;
  }
  .try {
    padding: 0 var(--s2);
    white-space: normal;
    text-align: start;
    font-size: var(--small);
  }
  @media (max-width: 700px) {
    .pairs {
      grid-template-columns: minmax(0, 1fr);
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
    }
    /* Both columns in sight: what a claim is about stands above it. */
    .claims tbody,
    .claims thead {
      display: block;
    }
    .claims tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .claims tbody th {
      grid-column: 1 / -1;
      border: 0;
    }
    .claims td {
      min-width: 0;
    }
    .scroll:has(.claims) {
      max-height: none;
    }
    .claims thead td {
      display: none;
    }
  }
`;
