/** A field for a step's name, with the names that match as one types. */
import { html, nothing } from 'lit';
import type { Analysis } from '../../state/analysis';
import { clipped } from '../../state/words';

/** More names than this are not offered; any can be typed. */
const mostOffered = 200;

export interface StepField {
  label: string;
  analysis: Analysis;
  value: string;
  /** Set where the name is no step's. */
  complaint?: string | undefined;
  changed(name: string): void;
}

export function stepField({ label, analysis, value, complaint, changed }: StepField) {
  const { steps } = analysis.definition;
  const told = (event: Event) => changed((event.target as HTMLInputElement).value);
  return html`<label class="field">
    <span>${label}</span>
    <input
      type="text"
      list="steps"
      class="mono"
      autocomplete="off"
      spellcheck="false"
      autocapitalize="off"
      aria-invalid=${complaint ? 'true' : nothing}
      aria-describedby=${complaint ? 'complaint' : nothing}
      .value=${value}
      @input=${told}
    />
    ${complaint ? html`<span class="complaint" id="complaint">${complaint}</span>` : nothing}
  </label>
  <datalist id="steps">
    ${steps.slice(0, mostOffered).map(({ name }) => html`<option value=${clipped(name)}></option>`)}
  </datalist>`;
}
