/** A pipeline as a picture so small that only its shape is told. What it shows stands beside it in words. */
import { css, html, svg } from 'lit';
import type { Orchestrator, PipelineDefinition } from '../../engine/index';
import { isLongToDraw } from '../../engine/size';
import { drawingOf, sizesOf } from '../graph/drawing';

export const smallPictures = css`
  .picture {
    flex: none;
    width: 112px;
    height: 64px;
    border: 1px solid var(--rule);
    border-radius: 6px;
    background: var(--surface);
  }
  .picture path {
    fill: none;
    stroke: var(--ink-soft);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }
  .picture rect {
    fill: var(--accent);
  }
`;

const margin = 24;

/** An empty frame where there is nothing to draw, or more than can be drawn in a moment. */
export function smallPicture(engine: Orchestrator, definition: PipelineDefinition) {
  const layout = isLongToDraw(definition, definition)
    ? null
    : engine.layout(definition, {
        direction: 'right',
        sizes: sizesOf(definition.steps.map(() => '')),
      });
  if (!layout?.ok) return html`<svg class="picture" aria-hidden="true"></svg>`;
  const { boxes, arrows, width, height } = drawingOf(layout, [...definition.steps.keys()]);
  const seen = [-margin, -margin, width + 2 * margin, height + 2 * margin].join(' ');
  return html`<svg class="picture" viewBox=${seen} aria-hidden="true">
    ${arrows.map(({ line }) => svg`<path d=${line} />`)}
    ${boxes.map(
      (box) => svg`<rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="16" />`,
    )}
  </svg>`;
}
