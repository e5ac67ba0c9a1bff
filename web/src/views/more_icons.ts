/** Small line drawings that the first screen does not need. */
import { html } from 'lit';

const drawings = {
  share: 'M8 10V2.5M5 5l3-2.5L11 5M4 8H3v6h10V8h-1',
  file: 'M9 2H4v12h8V5L9 2v3h3',
} as const;

export function moreIcon(name: keyof typeof drawings) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${drawings[name]} /></svg>`;
}
