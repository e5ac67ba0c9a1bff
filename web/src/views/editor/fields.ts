/** One labelled field with the diagnostics that concern it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnostic } from '../../engine/index';

export interface Field {
  /** JSON pointer of what it edits; also how a problem finds its field. */
  path: string;
  label: string;
  /** The name for those who do not see the row: the label and the step. */
  name: string;
  value: string;
  placeholder?: string;
  numeric?: boolean;
  complaints: readonly Diagnostic[];
  typed(text: string): void;
  /** The field has been left: what is typed next is another edit. */
  left(): void;
}

export function textField(field: Field): TemplateResult {
  const { path, label, name, value, placeholder, complaints } = field;
  return html`<div class="field">
    <label for=${idOf(path)} aria-hidden="true">${label}</label>
    <input
      type="text"
      id=${idOf(path)}
      data-path=${path}
      aria-label=${name}
      aria-invalid=${hasError(complaints) ? 'true' : nothing}
      aria-describedby=${complaints.length > 0 ? complaintsId(path) : nothing}
      inputmode=${field.numeric ? 'decimal' : nothing}
      placeholder=${placeholder ?? nothing}
      autocomplete="off"
      spellcheck="false"
      autocapitalize="off"
      .value=${value}
      @input=${(event: InputEvent) => field.typed((event.target as HTMLInputElement).value)}
      @change=${() => field.left()}
    />
    ${complaintsTemplate(path, complaints)}
  </div>`;
}

export function complaintsTemplate(path: string, complaints: readonly Diagnostic[]) {
  if (complaints.length === 0) return nothing;
  return html`<div id=${complaintsId(path)}>
    ${complaints.map(
      ({ severity, message, hint }) =>
        html`<p class="complaint ${severity}"><bdi>${sentences(message, hint)}</bdi></p>`,
    )}
  </div>`;
}

/** Some messages are the course's own and end without a full stop. */
function sentences(message: string, hint: string): string {
  if (!hint) return message;
  return `${message}${/[.!?)]$/.test(message) ? '' : '.'} ${hint}`;
}

export function hasError(complaints: readonly Diagnostic[]): boolean {
  return complaints.some(({ severity }) => severity === 'error');
}

export function complaintsId(path: string): string {
  return `${idOf(path)}-complaints`;
}

export function idOf(path: string): string {
  return `field${path.replaceAll('/', '-')}`;
}
