/** What the page and its parts wear while presenting, over what they always wear. */
import { css } from 'lit';

export const clothes = {
  page: css`
    :host {
      --small: clamp(0.875rem, 0.4rem + 0.75vw, 2rem);
      --text: clamp(1rem, 0.55rem + 0.8vw, 2.25rem);
      --large: clamp(1.1875rem, 0.5rem + 1.5vw, 3.5rem);
      --target: clamp(44px, 3vw, 72px);
      font-size: var(--text);
    }
    .page {
      position: relative;
      display: flex;
      flex-direction: column;
      max-width: none;
      min-height: 100dvh;
      padding: var(--s4) clamp(var(--s3), 2vw, var(--s6)) calc(var(--bar) + var(--s4));
    }
    main,
    .figure,
    .stage {
      display: flex;
      flex: 1;
      flex-direction: column;
      align-items: stretch;
    }
    .page slot,
    header > p,
    .caption .find,
    .side,
    look-closer,
    .twin,
    run-view,
    problems-view,
    definition-editor {
      display: none;
    }
    header {
      position: absolute;
      z-index: 1;
      inset: var(--s4) clamp(var(--s3), 2vw, var(--s6)) auto auto;
      margin: 0;
    }
    .caption {
      padding-inline-end: 13em;
    }
    .caption h2 {
      font-size: var(--large);
    }
    graph-view {
      flex: 1 1 220px;
      height: auto;
      min-height: 220px;
    }
    @media (max-width: 700px) {
      .caption {
        padding-inline-end: calc(var(--target) + var(--s3));
      }
    }
  `,
  'page-header': css`
    .title {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .tools > :not(.present),
    shared-bar {
      display: none;
    }
    button.present {
      border-color: var(--edge);
      background: var(--surface);
    }
  `,
  'graph-view': css`
    .foot,
    .scope button {
      display: none;
    }
  `,
  'sentence-view': css`
    .sentence {
      max-width: none;
      font-size: var(--large);
    }
  `,
  'transport-bar': css`
    svg.icon {
      width: 1em;
      height: 1em;
    }
    .scrub {
      flex: none;
    }
    input,
    select,
    [aria-label='First event'],
    [aria-label='Last event'] {
      display: none;
    }
    @media (min-width: 701px) {
      .count {
        font-size: var(--large);
      }
    }
  `,
};
