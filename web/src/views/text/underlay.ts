/** What stands behind the text and beside it: line numbers and marks, as far as they are in sight. */
import { html, nothing } from 'lit';
import type { Lines } from './lines';

export interface Mark {
  /** A severity, or a bracket at the caret. */
  severity: string;
  from: number;
  to: number;
}

/** How far the text is scrolled, in pixels. */
export interface Scrolled {
  top: number;
  left: number;
}

/** As the styles have it. */
const lineHeight = '1.25rem';
/** More cannot be seen at once. */
const mostLines = 60;
const mostColumns = 2000;

function inSight(lines: Lines, top: number): { first: number; last: number } {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const first = Math.floor(top / (rem * Number.parseFloat(lineHeight))) + 1;
  return { first, last: Math.min(lines.count, first + mostLines) };
}

export function numbersTemplate(lines: Lines, { top }: Scrolled) {
  const { first, last } = inSight(lines, top);
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at).join('\n');
  const width = String(lines.count).length + 2;
  const shift = `calc(${first - 1} * ${lineHeight} - ${top}px)`;
  return html`<div class="numbers" aria-hidden="true" .style=${`min-width: ${width}ch`}
    ><div .style=${`margin-top: ${shift}`}>${numbers}</div></div>`;
}

export function marksTemplate(lines: Lines, { top, left }: Scrolled, marks: readonly Mark[]) {
  const { first, last } = inSight(lines, top);
  const drawn = marks.map(({ severity, from, to }) => {
    const { line, column } = lines.placeOf(from);
    if (line < first || line > last || column > mostColumns) return nothing;
    const text = lines.textOf(line);
    const end = column - 1 + Math.max(1, to - from);
    return html`<pre .style=${`top: calc(${line - 1} * ${lineHeight})`}
      >${text.slice(0, column - 1)}<mark class=${severity}>${text.slice(column - 1, end) || ' '}</mark></pre>`;
  });
  return html`<div class="marks" aria-hidden="true">
    <div .style=${`transform: translate(${-left}px, ${-top}px)`}>${drawn}</div>
  </div>`;
}
