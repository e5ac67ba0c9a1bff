/** Small line drawings. They never stand alone: a word or an accessible name is always with them. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { RunKind, StandingKind } from '../state/standing';

const known = {
  first: 'M4 3.5v9M13 3.5 7 8l6 4.5z',
  back: 'M11 3.5 5 8l6 4.5z',
  play: 'M5 3v10l8-5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  forward: 'M5 3.5 11 8l-6 4.5z',
  last: 'M12 3.5v9M3 3.5 9 8l-6 4.5z',
  undo: 'M6 3 3 6l3 3M3.5 6H9a4 4 0 0 1 0 8H6',
  redo: 'm10 3 3 3-3 3M12.5 6H7a4 4 0 0 0 0 8h3',
  open: 'm4 6 4 4 4-4',
  add: 'M8 3v10M3 8h10',
  remove: 'M4 4l8 8M12 4l-8 8',
  out: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  tidy: 'M2.5 3.5h4v3h-4zM9.5 3.5h4v3h-4zM2.5 9.5h4v3h-4zM9.5 9.5h4v3h-4z',
  save: 'M8 2.5v7M5 7l3 3 3-3M3 13.5h10',
  broken:
    'M6.5 9.5 4.8 11.2a2.3 2.3 0 0 1-3.2-3.3L4 5.5a2.3 2.3 0 0 1 3 0M9.5 6.5l1.7-1.7a2.3 2.3 0 0 1 3.2 3.3L12 10.5a2.3 2.3 0 0 1-3 0M6 2.5 5.5 1M10 13.5l.5 1.5',
  mended:
    'M6.5 9.5l3-3M7.5 4.8l1.4-1.4a2.6 2.6 0 0 1 3.7 3.7l-1.4 1.4M8.5 11.2l-1.4 1.4a2.6 2.6 0 0 1-3.7-3.7l1.4-1.4',
  find: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2l3.3 3.3',
  error: 'M8 4.5v4M8 11v.2M8 1.8 14.5 13.5h-13z',
  passed: 'm3 8.5 3.2 3.2L13 5',
  failed: 'M4 4l8 8M12 4l-8 8',
  waiting: 'M8 2.8a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4z',
  ready: 'M3.5 3v10M8 5.5v5M12.5 5.5v5',
  taken: 'M2.5 8h10M8.5 4l4 4-4 4',
  done: 'M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5',
  cycle:
    'M13 6.5a5.3 5.3 0 0 0-9.6-1.3M3 9.5a5.3 5.3 0 0 0 9.6 1.3M13.3 3v3.5h-3.5M2.7 13v-3.5h3.5',
  behind: 'M4 2.5h8M4 13.5h8M5 2.5c0 3 3 4 3 5.5s-3 2.5-3 5.5M11 2.5c0 3-3 4-3 5.5s3 2.5 3 5.5',
} as const;

const solid: ReadonlySet<string> = new Set(['first', 'back', 'play', 'forward', 'last']);

export type IconName = keyof typeof known | RunKind;

const drawings = known as Partial<Record<IconName, string>>;

/** For states that come with a part of the page of their own. */
export function addDrawings(more: typeof drawings): void {
  Object.assign(drawings, more);
}

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon ${solid.has(name) ? 'solid' : ''}" viewBox="0 0 16 16" aria-hidden="true">${iconPath(name)}</svg>`;
}

function iconPath(name: IconName): TemplateResult {
  return svg`<path d=${drawings[name] ?? nothing} />`;
}

/**
 * A state's drawing as a path's data, with its upper left corner at a place of another SVG. Moved by its numbers and not by
 * a transform, of which each would cost a layer of its own at every frame. In these drawings only `M` is absolute.
 */
export function stateIconAt(name: StandingKind, x: number, y: number): string {
  return (drawings[name] ?? '').replaceAll(
    /M(-?[\d.]+)[ ,]?(-?[\d.]+)/g,
    (_, left, top) => `M${Number(left) + x} ${Number(top) + y}`,
  );
}
