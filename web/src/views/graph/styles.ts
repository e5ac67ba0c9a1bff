import { css } from 'lit';

export const graphStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    /* What lies over another in here lies over nothing outside. */
    isolation: isolate;
  }
  .region {
    display: grid;
    flex: 1;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
    contain: strict;
    touch-action: pan-x pan-y;
    user-select: none;
  }
  .region.cut {
    cursor: grab;
  }
  .region.cut:active {
    cursor: grabbing;
  }
  .region:focus-visible {
    outline-offset: -3px;
    border-radius: var(--round) var(--round) 0 0;
  }
  .arranging {
    margin: auto;
  }
  .picture {
    display: block;
    margin: auto;
    transform-origin: 0 0;
  }
  /* What lies over the region's lower edge and does not scroll with it. */
  .over {
    position: relative;
    z-index: 1;
  }
  .scope {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s1) var(--s4);
    min-height: var(--target);
    padding: var(--s1) var(--s3);
    border-bottom: 1px solid var(--rule);
  }
  step-tools {
    flex: none;
    height: calc(var(--target) + 9px);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--s2);
    padding: 0 var(--s2) 0 var(--s3);
    border-top: 1px solid var(--rule);
  }
  /* Their room, before they have arrived. */
  .tools {
    min-width: min(100%, 260px);
    min-height: var(--target);
    margin-left: auto;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    margin: 0;
    padding: var(--s1) 0;
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

  .box,
  .fold {
    cursor: pointer;
  }
  .body {
    fill: var(--tint);
    stroke: var(--hue);
    stroke-width: var(--outline);
    stroke-dasharray: var(--dashes);
  }
  .region rect:focus:not(:focus-visible) {
    outline: none;
  }
  .face,
  .fold text {
    pointer-events: none;
  }
  .box:hover .body,
  .about .body {
    stroke-width: 3;
  }
  .chosen .body {
    stroke: var(--accent);
    stroke-width: 3.5;
  }
  .box.apart,
  .arrow.apart .label {
    opacity: 0.35;
  }
  /* Long lines are not made fainter as a whole: each would be painted apart first, in all the room that it spans. */
  .arrow.apart .line {
    stroke-opacity: 0.35;
  }
  .arrow.apart .head {
    fill-opacity: 0.35;
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
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .badge {
    fill: var(--surface);
    stroke: var(--hue);
    stroke-width: 1.5;
  }
  .degree {
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
  .off {
    --line: var(--edge);
  }
  .off .line {
    stroke-dasharray: 1 5;
    stroke-linecap: round;
  }
  .arrow .line.long {
    stroke-dasharray: none;
  }
  .off .line.long {
    stroke-width: 1;
  }
  .arrow.upstream,
  .arrow.downstream {
    --line: var(--accent);
  }
  .arrow.upstream .line,
  .arrow.downstream .line {
    stroke-width: 2.5;
  }
  .now {
    --line: var(--accent);
  }
  .now .line {
    stroke-width: 3.5;
  }
  .arrow.back,
  .arrow.self,
  .arrow.on-cycle {
    --line: var(--cycle);
  }
  .back .line,
  .self .line {
    stroke-width: 2.25;
    stroke-dasharray: 7 4;
  }
  .on-cycle .line {
    stroke-width: 3.5;
  }
  .label {
    font: var(--strong) 12.5px var(--font);
    fill: var(--ink-soft);
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 6px;
    stroke-linejoin: round;
  }
  .back .label,
  .self .label {
    fill: var(--cycle);
  }
  .fold rect {
    fill: var(--surface);
    stroke: var(--edge);
  }
  .fold:hover rect {
    fill: var(--accent-tint);
    stroke: var(--accent);
  }
  .fold text {
    font: var(--strong) 12px var(--font);
    font-variant-numeric: tabular-nums;
  }
  /* So small that nothing could be read: the boxes' colours remain, and drawing them is quick. */
  .far text,
  .far .badge,
  .far .mark {
    display: none;
  }
  .far .body {
    fill: var(--hue);
  }
  .token {
    fill: var(--accent);
    opacity: 0;
  }
  @media (max-width: 700px) {
    .foot {
      padding: var(--s1);
    }
    .tools {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .fold rect,
    .body,
    .badge {
      fill: Canvas;
      stroke: CanvasText;
    }
    .taken .body,
    .about .body,
    .chosen .body {
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
    .arrow .label {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;
