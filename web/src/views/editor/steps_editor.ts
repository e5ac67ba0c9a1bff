/** The pipeline as a table: every field of every step, and the ways to add and remove steps. */
import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Diagnostic, PipelineDefinition, StepDefinition } from '../../engine/index';
import type { Analysis } from '../../state/analysis';
import * as edits from '../../state/edits';
import { byField } from '../../state/field_of';
import { removal } from '../../state/step_edits';
import { looksLikeRows, textOf } from '../../state/typed';
import { counted, grouped } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import { painted } from '../after_render';
import { icon } from '../icons';
import { loadPart } from '../load_part';
import { StillView } from '../view';
import { type Block, Blocks } from './blocks';
import { complaintsTemplate, textField } from './fields';
import type { PasteDialog } from './paste_dialog';
import { type Panel, rowTemplate } from './step_row';
import { editorStyles } from './styles';

/** Longer tables scroll by themselves and are drawn in part. */
const mostWhole = 100;

export class StepsEditor extends StillView {
  static override properties = {
    ...StillView.properties,
    open: { state: true },
    offset: { state: true },
    measures: { state: true },
    pastes: { state: true },
  };
  static override styles = [base, controls, tables, editorStyles];

  /** The one panel that is open, by the step's index. */
  declare open: { index: number; panel: Panel } | null;
  /** How far the table is scrolled. */
  declare offset: number;
  /** Counts up when the rows turn out to have other heights than was thought. */
  declare measures: number;
  /** The dialog for pasting is there. */
  declare pastes: boolean;
  #drawn: { analysis: Analysis; definition: PipelineDefinition } | null = null;
  #complaints: { analysis: Analysis; fields: Map<string, Diagnostic[]> } | null = null;
  readonly #blocks = new Blocks();
  #room = 800;

  constructor() {
    super();
    this.open = null;
    this.offset = 0;
    this.measures = 0;
    this.pastes = false;
  }

  // Of very many steps those in sight are rows enough for a frame of their own.
  protected override async scheduleUpdate(): Promise<void> {
    const isMany = this.session.store.definition.steps.length > mostWhole;
    if (this.hasUpdated && isMany) await painted();
    super.scheduleUpdate();
  }

  // A hundred rows need not be drawn again for what is no edit, a choice of a step or a message.
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const { analysis, store } = this.session;
    const { definition } = store;
    const edited = analysis !== this.#drawn?.analysis || definition !== this.#drawn.definition;
    this.#drawn = { analysis, definition };
    return edited || changed.size > 0;
  }

  /** Shows the field of a JSON pointer and puts the keyboard there; the step's name when the table has no such field. */
  async reveal(path: string): Promise<void> {
    const [, top, index, field, inner] = path.split('/');
    if (top === 'steps' && index !== undefined) {
      this.#scrollTo(Number(index));
      if (field === 'action' && inner) this.open = { index: Number(index), panel: 'action' };
    }
    await this.updateComplete;
    const ofStep = `/steps/${index}`;
    const wanted =
      top === 'steps' ? [path, `${ofStep}/${field}`, `${ofStep}/name`] : [path, '/name'];
    for (const place of wanted) {
      const at = CSS.escape(place);
      const element = this.renderRoot.querySelector<HTMLElement>(`[data-path="${at}"]`);
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
    const complaints = this.#complaintsNow();
    const at = (path: string) => complaints.get(path) ?? [];
    return html`
      <section aria-labelledby="heading" @paste=${this.#pasted}>
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
          steps.length > mostWhole
            ? html`<div
                class="many"
                tabindex="0"
                role="group"
                aria-label="Steps, ${grouped(steps.length)} of them"
                data-scrolls
                @scroll=${this.#scrolled}
              >
                ${this.#partTemplate(steps, at)}
              </div>`
            : steps.length > 0
              ? html`<table>${head()}<tbody>${this.#rows(steps, { from: 0, to: steps.length }, at)}</tbody></table>`
              : nothing
        }
        <div class="bottom">
          <div class="ways">
            <button id="add" @click=${() => this.addStep()}>${icon('add')} Add step</button>
            <button @click=${this.#showPaste}>Paste rows…</button>
          </div>
          ${
            steps.length > mostWhole
              ? html`<span class="soft small">${counted(steps.length, 'step')}</span>`
              : nothing
          }
        </div>
      </section>
      ${this.pastes ? html`<paste-dialog .session=${this.session}></paste-dialog>` : nothing}
    `;
  }

  readonly #showPaste = async (): Promise<void> => {
    if (!(await this.#loadPaste())) return;
    this.pastes = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<PasteDialog>('paste-dialog')?.show();
  };
  /** Several cells are rows wherever in the table they are pasted; into a text of an action they are its lines. */
  readonly #pasted = async (event: ClipboardEvent): Promise<void> => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const [target] = event.composedPath() as Element[];
    if (!looksLikeRows(text) || target?.closest('dialog, .action-fields')) return;
    event.preventDefault();
    (await this.#loadPaste())?.pasteInto(this.session, text);
  };
  #loadPaste() {
    return loadPart(this.session, () => import('./paste_dialog'));
  }

  #toggle(index: number, panel: Panel): void {
    const isOpen = this.open?.index === index && this.open.panel === panel;
    this.open = isOpen ? null : { index, panel };
  }

  async #remove(index: number): Promise<void> {
    const { definition } = this.session.store;
    const { edit, message } = removal(definition, index);
    this.open = null;
    this.session.edit(edit, message);
    await this.updateComplete;
    // The keyboard goes on where the removed step was.
    const next = Math.min(index, this.session.store.definition.steps.length - 1);
    const heir = this.renderRoot.querySelector<HTMLElement>(`[data-remove="${next}"], #add`);
    heir?.focus();
  }

  #partTemplate(steps: readonly StepDefinition[], at: Complaints) {
    const { blocks, before, behind } = this.#blocks.inSight(steps.length, this.offset, this.#room);
    const gap = (room: number) =>
      html`<tbody class="gap" aria-hidden="true">
        <tr class="more"><td colspan="6" .style=${`height: ${room}px`}></td></tr>
      </tbody>`;
    return html`<table aria-rowcount=${steps.length + 1}>
      ${head()} ${gap(before)}
      ${repeat(
        blocks,
        ({ from }) => from,
        (block) =>
          html`<tbody class="block" data-from=${block.from}>${this.#rows(steps, block, at)}</tbody>`,
      )}
      ${gap(behind)}
    </table>`;
  }

  #rows(steps: readonly StepDefinition[], { from, to }: Block, at: Complaints) {
    return repeat(
      steps.slice(from, to),
      (_, offset) => from + offset,
      (step, offset) => {
        const index = from + offset;
        return rowTemplate({
          session: this.session,
          index,
          step,
          open: this.open?.index === index ? this.open.panel : null,
          place: steps.length > mostWhole ? index + 2 : null,
          complaints: at,
          toggle: (panel) => this.#toggle(index, panel),
          remove: () => this.#remove(index),
        });
      },
    );
  }

  /** None while the core has not looked at the pipeline yet: they would stand at the wrong fields. */
  #complaintsNow(): Map<string, Diagnostic[]> {
    const { analysis, store } = this.session;
    if (analysis.definition !== store.definition) return new Map();
    if (this.#complaints?.analysis !== analysis) {
      const indexOf = (name: string) => analysis.indexOf(name);
      const fields = byField(analysis.diagnostics, analysis.definition, indexOf);
      this.#complaints = { analysis, fields };
    }
    return this.#complaints.fields;
  }

  protected override updated(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    // After the frame: measuring in the middle of it would make the browser lay the page out twice.
    requestAnimationFrame(() => {
      const blocks = [...scroller.querySelectorAll<HTMLElement>('.block')];
      const heights = blocks.map((block) => ({
        from: Number(block.getAttribute('data-from')),
        height: block.getBoundingClientRect().height,
      }));
      if (this.#blocks.measured(heights)) this.measures += 1;
    });
  }

  #scrollTo(index: number): void {
    const scroller = this.#scroller;
    if (!scroller || this.renderRoot.querySelector(`[data-path="/steps/${index}/name"]`)) return;
    scroller.scrollTop = this.#blocks.startOf(index);
    this.offset = scroller.scrollTop;
  }
  readonly #scrolled = (event: Event): void => {
    const scroller = event.currentTarget as HTMLElement;
    const { scrollTop, clientHeight } = scroller;
    if (Math.abs(scrollTop - this.offset) < clientHeight / 5) return;
    this.#room = clientHeight;
    this.offset = scrollTop;
  };
  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.many');
  }
}

type Complaints = (path: string) => readonly Diagnostic[];

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
