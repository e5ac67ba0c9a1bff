import { css } from 'lit';

export const graphStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .pan {
    display: grid;
    flex: 1;
    min-height: 0;
    width: 100%;
    overflow: auto;
    overscroll-behavior-x: contain;
  }
  .pan:focus-visible {
    outline-offset: -3px;
  }
  .picture {
    display: block;
    margin: auto;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 var(--s4);
    margin: 0;
    padding: var(--s1) var(--s3) var(--s2);
    list-style: none;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
  }
  .sample {
    min-width: 20px;
    border: 1.5px solid var(--waiting);
    border-radius: 10px;
    color: var(--ink);
    line-height: 17px;
    text-align: center;
  }
  .message {
    flex: 1;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--s4);
    min-height: 220px;
    max-width: 60ch;
    margin: auto;
    padding: var(--s5);
    text-align: center;
  }
  .message ul {
    margin: 0;
    padding-left: var(--s5);
    text-align: start;
  }

  .body {
    fill: var(--tint);
    stroke: var(--hue);
    stroke-width: 1.5;
    transition:
      fill var(--quick),
      stroke var(--quick);
  }
  .taken .body,
  .about .body {
    stroke-width: 3;
  }
  .waiting .body {
    stroke-dasharray: none;
  }
  .behind .body {
    stroke-dasharray: 5 4;
  }
  text {
    fill: var(--ink);
    text-anchor: middle;
  }
  .name {
    font: var(--strong) 14px var(--mono);
    unicode-bidi: plaintext;
  }
  .words {
    font: var(--plain) 12.5px var(--font);
  }
  .mark {
    fill: none;
    stroke: var(--hue);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .badge rect {
    fill: var(--surface);
    stroke: var(--hue);
    stroke-width: 1.5;
    transition: stroke var(--quick);
  }
  .badge text {
    font: var(--strong) 13px var(--font);
    font-variant-numeric: tabular-nums;
  }

  .line {
    fill: none;
    stroke: var(--line);
    stroke-width: 1.75;
  }
  .head {
    fill: var(--line);
  }
  .arrow {
    --line: var(--ink-soft);
  }
  .line,
  .head {
    transition:
      stroke var(--quick),
      fill var(--quick);
  }
  .off {
    --line: var(--edge);
  }
  .off .line {
    stroke-dasharray: 1 5;
    stroke-linecap: round;
  }
  .off .head {
    opacity: 0.7;
  }
  .now {
    --line: var(--accent);
  }
  .now .line {
    stroke-width: 3.5;
  }
  .back,
  .self {
    --line: var(--cycle);
  }
  .back .line,
  .self .line {
    stroke-width: 2.25;
    stroke-dasharray: 7 4;
  }
  .label {
    font: var(--strong) 12.5px var(--font);
    fill: var(--cycle);
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 6px;
    stroke-linejoin: round;
  }
  .label.start {
    text-anchor: start;
  }
  .label.end {
    text-anchor: end;
  }
  .token {
    fill: var(--accent);
    opacity: 0;
  }
  @media (forced-colors: active) {
    .body,
    .badge rect {
      fill: Canvas;
      stroke: CanvasText;
    }
    .taken .body,
    .about .body {
      stroke: Highlight;
    }
    text {
      fill: CanvasText;
    }
    .mark,
    .line {
      stroke: CanvasText;
    }
    .head {
      fill: CanvasText;
    }
    .label {
      stroke: Canvas;
    }
  }
`;
