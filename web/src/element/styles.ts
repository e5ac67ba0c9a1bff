/** The figure's own surroundings: nothing of the page around it gets in but its light or dark, and nothing gets out. */
import { css, unsafeCSS } from 'lit';
import tokens from '../styles/tokens.css?inline';

export const frameStyles = [
  css`
    .frame {
      all: initial;
      direction: ltr;
    }
  `,
  unsafeCSS(tokens.replaceAll(':root', '.frame')),
  css`
    :host {
      display: block;
    }
    .frame {
      display: block;
      container-type: inline-size;
      padding: var(--s3);
      border: 1px solid var(--rule);
      border-radius: var(--round);
      background: var(--ground);
      color: var(--ink);
      font: var(--plain) var(--text) / 1.5 var(--font);
      overflow-wrap: anywhere;
    }
    /* Unless told otherwise it is light where the page is light. */
    .frame:not([data-theme]) {
      color-scheme: inherit;
    }
    figure {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
      margin: 0;
    }
    .caption {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s3);
      font-weight: var(--strong);
    }
    .caption button {
      flex: none;
      font-weight: var(--plain);
    }
    graph-view {
      height: min(var(--wanted, 300px), var(--kahn-trace-height, 480px));
      border: 1px solid var(--rule);
      border-radius: var(--round);
      background: var(--surface);
      overflow: hidden;
    }
    .failure {
      color: var(--error);
    }
    ul {
      margin: 0;
      padding-left: var(--s5);
    }
  `,
];
