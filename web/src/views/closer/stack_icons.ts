/** The three colours of a search as drawings: an empty circle, one that is half full, a full one. */
import { html } from 'lit';
import type { Colour } from '../../engine/studies';

const round = 'a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4z';
const drawings: Readonly<Record<Colour, string>> = {
  white: `M8 2.8${round}`,
  grey: `M8 2.8${round}M8 2.8v10.4M10.2 3.6v8.8M12 5v6`,
  black: `M8 2.8${round}M3.8 6h8.4M2.9 8h10.2M3.8 10h8.4M5.5 4h5M5.5 12h5`,
};

export function stackIcon(colour: Colour) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${drawings[colour]} /></svg>`;
}

/** The same with its upper left corner at a place of another SVG. */
export function stackIconAt(colour: Colour, x: number, y: number): string {
  return drawings[colour].replaceAll(
    /M(-?[\d.]+)[ ,]?(-?[\d.]+)/g,
    (_, left, top) => `M${Number(left) + x} ${Number(top) + y}`,
  );
}
