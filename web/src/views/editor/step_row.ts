/** One step of the table: its fields, and below them what a disclosure has opened. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnostic, StepDefinition } from '../../engine/index';
import { dependenciesOf, type Edit } from '../../state/document';
import {
  type ActionField,
  renameStep,
  type StepField,
  setActionField,
  setStepField,
} from '../../state/edits';
import type { Session } from '../../state/session';
import { textOf } from '../../state/typed';
import { listed, quoted } from '../../state/words';
import { icon } from '../icons';
import { complaintsId, complaintsTemplate, hasError, idOf, textField } from './fields';

export type Panel = 'depends_on' | 'action';

export interface Row {
  session: Session;
  index: number;
  step: StepDefinition;
  open: Panel | null;
  /** Its row among all of the table, where only a part is drawn; the head is the first. */
  place: number | null;
  complaints(path: string): readonly Diagnostic[];
  toggle(panel: Panel): void;
  remove(): void;
}

export function rowTemplate(row: Row): TemplateResult {
  const { session, index, step } = row;
  const at = `/steps/${index}`;
  const whole = row.complaints(at);
  return html`
    <tr class=${row.open ? 'opened' : ''} aria-rowindex=${row.place ?? nothing}>
      <td class="name">
        ${textField({
          path: `${at}/name`,
          label: 'Step',
          name: `Name of step ${index + 1}`,
          value: textOf(step.name),
          complaints: row.complaints(`${at}/name`),
          typed: (text) => session.edit(renameStep(index, step.name, text)),
          left: () => session.store.seal(),
        })}
        ${complaintsTemplate(at, whole)}
      </td>
      <td class="depends">${disclosure(row, 'depends_on', 'Depends on', dependenciesText(step))}</td>
      <td class=${roomyUnless(row, 'timeout_ms')}>${numberField(row, 'max_retries', 'Max attempts', '1')}</td>
      <td class=${roomyUnless(row, 'action')}>${numberField(row, 'timeout_ms', 'Timeout in ms', '30000')}</td>
      <td class="action">${disclosure(row, 'action', 'Action', actionText(step))}</td>
      <td class="remove">
        <button
          class="quiet"
          aria-label="Remove ${quoted(step.name)}"
          title="Remove ${quoted(step.name)}"
          data-remove=${index}
          @click=${row.remove}
        >
          ${icon('remove')}
        </button>
      </td>
    </tr>
    ${
      row.open
        ? html`<tr class="more" id=${panelId(row)}>
            <td colspan="6">${row.open === 'action' ? actionFields(row) : picker(row)}</td>
          </tr>`
        : nothing
    }
  `;
}

function disclosure(row: Row, panel: Panel, label: string, value: string) {
  const path = `/steps/${row.index}/${panel}`;
  const own = row.complaints(path);
  // What concerns a field within the action is told here for as long as that field is folded away.
  const within = panel === 'action' && row.open !== 'action' ? row.complaints(`${path}/*`) : [];
  const complaints = [...own, ...within];
  const isOpen = row.open === panel;
  return html`<div class="field">
    <span class="label" aria-hidden="true">${label}</span>
    <button
      class="disclosure"
      id=${idOf(path)}
      data-path=${path}
      aria-expanded=${isOpen}
      aria-controls=${isOpen ? panelId(row) : nothing}
      aria-label="${label}, ${quoted(row.step.name)}: ${value}"
      aria-invalid=${hasError(complaints) ? 'true' : nothing}
      aria-describedby=${complaints.length > 0 ? complaintsId(path) : nothing}
      @click=${() => row.toggle(panel)}
    >
      <span class="value">${value}</span>${icon('open')}
    </button>
    ${complaintsTemplate(path, complaints)}
  </div>`;
}

function numberField(row: Row, field: StepField, label: string, placeholder: string) {
  const path = `/steps/${row.index}/${field}`;
  return textField({
    path,
    label,
    name: `${label}, ${quoted(row.step.name)}`,
    value: textOf(row.step[field]),
    placeholder,
    numeric: true,
    complaints: row.complaints(path),
    typed: (text) => typed(row, setStepField(row.index, field, text)),
    left: () => row.session.store.seal(),
  });
}

function picker(row: Row) {
  return html`<dependency-picker .session=${row.session} .index=${row.index}></dependency-picker>`;
}

function actionFields(row: Row) {
  return html`<div class="action-fields" role="group" aria-label="Action of ${quoted(row.step.name)}">
    ${actionField(row, 'output', 'Output', 'nothing')}
    ${actionField(row, 'duration_ms', 'Duration in ms', '0')}
    ${actionField(row, 'fails', 'Failing attempts first', '0, or always')}
    ${actionField(row, 'error', 'Error message', 'none')}
  </div>`;
}

function actionField(row: Row, field: ActionField, label: string, placeholder: string) {
  const path = `/steps/${row.index}/action/${field}`;
  return textField({
    path,
    label,
    name: `${label}, ${quoted(row.step.name)}`,
    value: textOf(row.step.action?.[field]),
    placeholder,
    numeric: field === 'duration_ms',
    complaints: row.complaints(path),
    typed: (text) => typed(row, setActionField(row.index, field, text)),
    left: () => row.session.store.seal(),
  });
}

/** "change max_retries of 'load'" */
function typed({ session, step }: Row, edit: Edit): void {
  session.edit({ ...edit, label: `${edit.label} of ${quoted(step.name)}` });
}

/** A complaint about a narrow field may spread under the next one, as long as that has none itself. */
function roomyUnless(row: Row, next: string): string {
  const at = `/steps/${row.index}/${next}`;
  return row.complaints(at).length + row.complaints(`${at}/*`).length > 0 ? '' : 'roomy';
}

function panelId(row: Row): string {
  return `panel-${row.index}`;
}

function dependenciesText(step: StepDefinition): string {
  const names = dependenciesOf(step);
  return names.length > 0 ? listed(names, 6) : 'nothing';
}

function actionText(step: StepDefinition): string {
  const action = step.action ?? {};
  const { fails, duration_ms, output } = action;
  const parts: string[] = [];
  if (fails === 'always') parts.push('always fails');
  else if (fails !== undefined && fails !== 0) parts.push(`fails ${textOf(fails)}×, then succeeds`);
  else parts.push(output ? `prints “${shortened(textOf(output))}”` : 'succeeds');
  if (duration_ms !== undefined && duration_ms !== 0) parts.push(`${textOf(duration_ms)} ms`);
  return parts.join(', ');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
