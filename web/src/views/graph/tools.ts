/** The picture's own buttons: zoom, fit, tidy, save. */
import { html } from 'lit';
import { icon } from '../icons';

export type Tool = 'in' | 'out' | 'actual' | 'fit' | 'tidy' | 'svg' | 'png';

export function tools(scale: number, use: (tool: Tool) => void) {
  const percent = `${Math.round(scale * 100)} %`;
  return html`<div role="group" aria-label="Picture">
    <button class="quiet" aria-label="Zoom out" title="Zoom out (−)" @click=${() => use('out')}>
      ${icon('out')}
    </button>
    <button
      class="quiet percent"
      aria-label="Actual size, now ${percent}"
      title="Actual size (0)"
      @click=${() => use('actual')}
    >
      ${percent}
    </button>
    <button class="quiet" aria-label="Zoom in" title="Zoom in (+)" @click=${() => use('in')}>
      ${icon('add')}
    </button>
    <button class="quiet" aria-label="Fit" title="Fit the whole picture (F)" @click=${() => use('fit')}>
      ${icon('fit')}
    </button>
    <button
      class="quiet"
      title="Arrange the steps afresh; edits move as little as they can"
      @click=${() => use('tidy')}
    >
      ${icon('tidy')} Tidy
    </button>
    <button class="quiet" popovertarget="save" aria-label="Save picture" title="Save picture">
      ${icon('save')}
    </button>
    <div popover id="save" class="menu">
      <button class="quiet" @click=${() => use('svg')}>Save as SVG</button>
      <button class="quiet" @click=${() => use('png')}>Save as PNG</button>
    </div>
  </div>`;
}
