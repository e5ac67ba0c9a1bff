import { css } from 'lit';

export const pageStyles = css`
  .page {
    max-width: 1680px;
    margin: 0 auto;
    padding: var(--s3) var(--s5) var(--s7);
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s1);
    margin-bottom: var(--s3);
  }
  /* Its place, until it has arrived. */
  page-header:not(:defined) {
    display: flex;
    align-items: center;
    min-height: var(--target);
  }
  .figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: var(--s5);
    align-items: start;
  }
  /* The picture is about to say how high it is; should it have nothing to draw, the rest is shown all the same. */
  .figure:has(graph-view:not([style])) {
    animation: appear 0s 1s backwards;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .stage {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s3);
    min-width: 0;
  }
  .dock {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s2);
  }
  .ghost {
    position: fixed;
    z-index: 2;
    padding: 2px var(--s2);
    border: 1px solid var(--accent);
    border-radius: 6px;
    background: var(--accent-tint);
    opacity: 0;
    pointer-events: none;
  }
  .caption {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
  }
  .caption h2 {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caption button {
    flex: none;
  }
  .caption .tools {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    justify-content: end;
    gap: var(--s2);
    min-width: 0;
  }
  find-step {
    flex: 0 1 260px;
    min-width: 0;
  }
  graph-view {
    height: min(var(--wanted, 300px), max(284px, 100vh - 396px));
    border: 1px solid var(--rule);
    border-radius: var(--round);
    background: var(--surface);
    overflow: clip;
  }
  /* Layers by themselves, within the page's picture: what does not change beside the figure is not painted anew. */
  .side {
    display: grid;
    gap: var(--s4);
    min-width: 0;
    isolation: isolate;
  }
  .side details {
    position: relative;
  }
  summary {
    display: flex;
    align-items: center;
    min-height: var(--target);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    width: 7px;
    height: 7px;
    margin: -3px 10px 0 3px;
    border: solid var(--ink-soft);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
    transition: transform var(--quick);
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  /* Beside the stage a long table scrolls by itself; below it, with the page. */
  @media (min-width: 1100px) {
    .degrees {
      max-height: max(284px, 100vh - 396px);
      overflow: auto;
      scrollbar-width: thin;
      --under: var(--target);
    }
    .degrees summary {
      position: sticky;
      top: 0;
      z-index: 1;
      background: var(--ground);
    }
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s6);
  }
  look-closer,
  run-view,
  problems-view,
  definition-editor,
  ::slotted([slot='lesson']) {
    padding-top: var(--s5);
    border-top: 1px solid var(--rule);
  }
  /* What is far below the window costs nothing while one steps; its edges leave room for focus rings. */
  look-closer,
  run-view,
  problems-view,
  definition-editor,
  .twin {
    content-visibility: auto;
    contain-intrinsic-size: auto 400px;
    margin-inline: calc(-1 * var(--s2));
    padding-inline: var(--s2);
  }
  /* Mostly short: more room than they take would be taken back when one comes to them. */
  problems-view,
  .twin {
    contain-intrinsic-size: auto 60px;
  }
  look-closer:not(:defined),
  run-view:not(:defined),
  definition-editor:not(:defined) {
    display: block;
    min-height: 100vh;
  }
  code-tabs:not(:defined) {
    display: block;
    padding-bottom: var(--target);
  }
  /* A layer of its own: its many fields would be put together anew whenever the figure changes. */
  definition-editor {
    will-change: transform;
  }
  .failure {
    color: var(--error);
    font-size: var(--large);
  }

  @media (max-width: 1099px) {
    .figure {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (max-width: 700px) {
    page-header:not(:defined) {
      padding-bottom: calc(var(--target) + var(--s2));
    }
    .side {
      grid-template-columns: minmax(0, 1fr);
    }
    /* What the first visit's pipeline will want, until it is known. */
    graph-view {
      height: var(--wanted, 900px);
    }
    .page {
      padding: var(--s2) var(--s3) calc(var(--bar) + var(--s6));
    }
    .stage {
      gap: var(--s2);
    }
    stall-view {
      order: 1;
    }
    queue-view {
      order: 2;
    }
  }
  /* The picture of it says enough where the pipeline's name would have no room. */
  @media (max-width: 520px) {
    .caption,
    .caption .tools {
      flex-wrap: wrap;
      gap: var(--s1) var(--s2);
    }
    .caption .find {
      gap: 0;
      font-size: 0;
    }
  }
  /* Very flat windows (400 % zoom, say) have no room for anything that stays. */
  @media (max-width: 700px) and (min-height: 420px) {
    .dock {
      position: fixed;
      z-index: 1;
      inset: auto 0 0;
      padding: var(--s2) var(--s3) calc(var(--s2) + env(safe-area-inset-bottom));
      border-top: 1px solid var(--rule);
      background: var(--ground);
    }
  }
`;
