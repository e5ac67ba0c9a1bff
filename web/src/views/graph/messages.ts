/** What stands where the picture would be when there is nothing to draw. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PipelineDefinition } from '../../engine/index';
import type { Analysis } from '../../state/analysis';
import { blocksTrace, fieldOf } from '../../state/field_of';

export function invitation(addStep: () => void) {
  return message(
    html`<strong>This pipeline has no steps yet.</strong> An empty pipeline is already in order. Add a
      step, then another that depends on it.`,
    html`<button class="primary" @click=${addStep}>Add the first step</button>`,
  );
}

export function obstacle(
  { diagnostics }: Analysis,
  definition: PipelineDefinition,
  show: (field: string) => void,
) {
  const errors = diagnostics.filter(blocksTrace);
  const [first] = errors;
  return message(
    html`<strong>This pipeline cannot be traced yet.</strong> Mend
      ${errors.length === 1 ? 'this' : `these ${errors.length} problems`} first:`,
    html`<ul>
        ${errors.slice(0, 4).map((error) => html`<li>${error.message}</li>`)}
      </ul>
      <button @click=${() => show(first ? fieldOf(first, definition) : '')}>Go to the first problem</button>`,
  );
}

function message(text: TemplateResult, more: TemplateResult | typeof nothing = nothing) {
  return html`<div class="message"><p>${text}</p>${more}</div>`;
}
