/** In a frame of another page only the figure is shown. */
import { css } from 'lit';
import type { RunOrchestrator } from './run_orchestrator';

const { styleSheet } = css`
  .page {
    padding: var(--s3);
  }
  header,
  .side,
  look-closer,
  run-view,
  problems-view,
  .twin,
  definition-editor,
  slot {
    display: none;
  }
  .figure,
  main {
    display: block;
  }
`;

export function isEmbedded(): boolean {
  return new URLSearchParams(location.search).has('embed');
}

export function showFigureOnly({ shadowRoot }: RunOrchestrator): void {
  if (shadowRoot && styleSheet) shadowRoot.adoptedStyleSheets.push(styleSheet);
}
