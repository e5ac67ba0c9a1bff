/** The pipeline drawn once more, small and still, with the state that an algorithm has each step in. */
import { html, nothing, svg } from 'lit';
import type { Colour } from '../../engine/studies';
import type { StandingKind } from '../../state/standing';
import type { Drawing } from '../graph/drawing';
import { stateIconAt } from '../icons';
import { stackIconAt } from './stack_icons';

export interface BoxState {
  /** The class with its colours. */
  kind: StandingKind | Colour;
  words: string;
  /** The event is about this step. */
  about: boolean;
}

export interface ArrowState {
  kind: '' | 'off' | 'now' | 'tree' | 'back' | 'forward' | 'cross';
  /** Stands on the line. */
  words: string;
}

export interface Shown {
  drawing: Drawing;
  label: string;
  box(step: number): BoxState;
  arrow(from: number, to: number): ArrowState;
}

export function pairPicture({ drawing, label, box, arrow }: Shown) {
  const { width, height } = drawing;
  return html`<svg class="pair" viewBox="0 0 ${width} ${height}" .style=${`max-width: ${width}px`} role="img" aria-label=${label}>
    ${drawing.arrows.map((one) => {
      const { kind, words } = arrow(one.from, one.to);
      const { x, y, upright } = one.middle;
      return svg`<g class="arrow ${kind}">
        <path class="line" d=${one.line} /><path class="head" d=${one.head} />
        ${
          words
            ? svg`<text class="label" transform="translate(${x} ${y})${upright ? ' rotate(-90)' : ''}" y="4">${words}</text>`
            : nothing
        }
      </g>`;
    })}
    ${drawing.boxes.map((one) => {
      const { kind, words, about } = box(one.step);
      const middle = one.x + one.width / 2;
      // Beside the words, whose width is near enough to this.
      const left = middle - words.length * 2.95 - 11;
      const mark =
        kind === 'white' || kind === 'grey' || kind === 'black' ? stackIconAt : stateIconAt;
      return svg`<g class="step ${kind} ${about ? 'about' : ''}">
        <rect x=${one.x} y=${one.y} width=${one.width} height=${one.height} rx="9" />
        <text class="name" x=${middle} y=${one.y + 25}>${one.label}</text>
        <path class="mark" d=${mark(kind as never, left, one.y + 35)} />
        <text class="words" x=${middle + 9} y=${one.y + 47}>${words}</text>
      </g>`;
    })}
  </svg>`;
}
