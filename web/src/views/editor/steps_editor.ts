/** The pipeline as a table: every field of every step, and the ways to add and remove steps. */
import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Diagnostic } from '../../engine/index';
import type { Analysis } from '../../state/analysis';
import * as edits from '../../state/edits';
import { byField } from '../../state/field_of';
import { textOf } from '../../state/typed';
import { counted, quoted } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import { icon } from '../icons';
import { View } from '../view';
import { complaintsTemplate, textField } from './fields';
import { type Panel, rowTemplate } from './step_row';
import { editorStyles } from './styles';

const pageSize = 100;

export class StepsEditor extends View {
  static override properties = {
    ...View.properties,
    page: { state: true },
    open: { state: true },
  };
  static override styles = [base, controls, tables, editorStyles];

  /** Which hundred of the steps is shown. */
  declare page: number;
  /** The one panel that is open, by the step's index. */
  declare open: { index: number; panel: Panel } | null;
  #drawn: Analysis | null = null;

  constructor() {
    super();
    this.page = 0;
    this.open = null;
  }

  // A hundred rows need not be drawn again at every event of the trace.
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const { analysis } = this.session;
    const edited = analysis !== this.#drawn;
    this.#drawn = analysis;
    return edited || changed.size > 0;
  }

  /** Shows the field and puts the keyboard there; the step's name when the field is none of the table's. */
  async reveal(path: string): Promise<void> {
    const [, top, index, field, inner] = path.split('/');
    if (top === 'steps' && index !== undefined) {
      this.page = Math.floor(Number(index) / pageSize);
      if (field === 'action' && inner) this.open = { index: Number(index), panel: 'action' };
    }
    await this.updateComplete;
    const wanted = [path, top === 'steps' ? `/steps/${index}/name` : '/name'];
    for (const place of wanted) {
      const element = this.renderRoot.querySelector<HTMLElement>(`[data-path="${place}"]`);
      if (!element) continue;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'center' });
      return;
    }
  }

  async addStep(): Promise<void> {
    const { steps } = this.session.store.definition;
    const index = steps.length;
    this.session.edit(edits.addStep(edits.freeName(steps)));
    await this.reveal(`/steps/${index}/name`);
    this.renderRoot.querySelector<HTMLInputElement>(`[data-path="/steps/${index}/name"]`)?.select();
  }

  override render() {
    const { definition } = this.session.store;
    const { steps } = definition;
    const complaints = byField(this.session.analysis.diagnostics, definition);
    const at = (path: string) => complaintsAt(complaints, path);
    const last = Math.max(0, Math.ceil(steps.length / pageSize) - 1);
    const page = Math.min(this.page, last);
    const from = page * pageSize;
    return html`
      <section aria-labelledby="heading">
        <div class="top">
          <h2 id="heading">Steps</h2>
          <div class="pipeline">
            ${textField({
              path: '/name',
              label: 'Pipeline',
              name: 'Pipeline name',
              value: textOf(definition.name),
              placeholder: 'no name',
              complaints: at('/name'),
              typed: (text) => this.session.edit(edits.setPipelineName(text)),
              left: () => this.session.store.seal(),
            })}
          </div>
        </div>
        ${complaintsTemplate('/fail_fast', at('/fail_fast'))} ${complaintsTemplate('', at(''))}
        ${
          steps.length > 0
            ? html`<table>
                ${head()}
                <tbody>
                  ${repeat(
                    steps.slice(from, from + pageSize),
                    (_, offset) => from + offset,
                    (step, offset) =>
                      rowTemplate({
                        session: this.session,
                        index: from + offset,
                        step,
                        open: this.open?.index === from + offset ? this.open.panel : null,
                        complaints: at,
                        toggle: (panel) => this.#toggle(from + offset, panel),
                        remove: () => this.#remove(from + offset),
                      }),
                  )}
                </tbody>
              </table>`
            : nothing
        }
        <div class="bottom">
          <button id="add" @click=${() => this.addStep()}>${icon('add')} Add step</button>
          ${last > 0 ? this.#pager(page, last) : nothing}
        </div>
      </section>
    `;
  }

  #toggle(index: number, panel: Panel): void {
    const isOpen = this.open?.index === index && this.open.panel === panel;
    this.open = isOpen ? null : { index, panel };
  }

  async #remove(index: number): Promise<void> {
    const { definition } = this.session.store;
    const name = textOf(definition.steps[index]?.name);
    const lost = edits.dependenciesLost(definition, index);
    const also = lost > 0 ? ` and ${counted(lost, 'dependency', 'dependencies')} on it` : '';
    this.open = null;
    this.session.edit(edits.removeStep(index, name), `Removed ${quoted(name)}${also}.`);
    await this.updateComplete;
    // The keyboard goes on where the removed step was.
    const next = Math.min(index, this.session.store.definition.steps.length - 1);
    const heir = this.renderRoot.querySelector<HTMLElement>(`[data-remove="${next}"], #add`);
    heir?.focus();
  }

  #pager(page: number, last: number) {
    const total = this.session.store.definition.steps.length;
    const from = page * pageSize;
    const go = (to: number) => {
      if (to >= 0 && to <= last) this.page = to;
    };
    return html`<div class="pager" role="group" aria-label="Pages of the table">
      <button aria-disabled=${page === 0} @click=${() => go(page - 1)}>Previous ${pageSize}</button>
      <span>
        Steps ${from + 1} to ${Math.min(total, from + pageSize)} of ${total.toLocaleString('en')}
      </span>
      <button aria-disabled=${page === last} @click=${() => go(page + 1)}>Next ${pageSize}</button>
    </div>`;
  }
}

/** `…/*` asks for everything within. */
function complaintsAt(complaints: Map<string, Diagnostic[]>, path: string): readonly Diagnostic[] {
  if (!path.endsWith('/*')) return complaints.get(path) ?? [];
  const within = path.slice(0, -1);
  return [...complaints].flatMap(([field, list]) => (field.startsWith(within) ? list : []));
}

function head() {
  const column = (label: string, field: string) =>
    html`<th scope="col">${label}${field ? html` <code>${field}</code>` : nothing}</th>`;
  return html`<thead>
    <tr>
      ${column('Step', 'name')} ${column('Depends on', 'depends_on')}
      ${column('Max attempts', 'max_retries')} ${column('Timeout in ms', 'timeout_ms')}
      ${column('Action', 'action')}
      <th scope="col"><span class="unseen">Remove</span></th>
    </tr>
  </thead>`;
}
