/** Rows from a spreadsheet, pasted where one sees what will come of them. Loaded when it is asked for. */
import { css, html, nothing } from 'lit';
import { type Column, columns, type Rows, readRows, type StepRow } from '../../formats/rows';
import { pastedInWords, pasteRows } from '../../state/paste_rows';
import type { Session } from '../../state/session';
import { counted } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import { dialogs } from '../dialogs';
import { View } from '../view';

const mostShown = 8;

/** One edit, and a sentence about what has come of it. */
export function pasteInto(session: Session, text: string): void {
  const { rows, leftOut } = readRows(text);
  const { store } = session;
  const before = store.document;
  const pasted = pasteRows(rows, store.definition.steps);
  const message = [`Pasted: ${pastedInWords(pasted)}`, ...leftOut.slice(0, 3)].join(' ');
  session.edit(pasted.edit, message);
  if (store.document === before) session.notify('Pasting these rows changes nothing.');
}

export class PasteDialog extends View {
  static override properties = { ...View.properties, text: { state: true } };
  static override styles = [
    base,
    controls,
    tables,
    dialogs,
    css`
      textarea {
        width: 100%;
        min-height: 8rem;
        margin: var(--s1) 0 var(--s3);
        padding: var(--s2);
        border: 1px solid var(--edge);
        border-radius: 6px;
        background: var(--surface);
        color: inherit;
        font: var(--plain) var(--small) / 1.5 var(--mono);
        white-space: pre;
      }
      label {
        display: block;
        margin-top: var(--s3);
        font-weight: var(--strong);
      }
      .preview {
        overflow-x: auto;
      }
      td {
        max-width: 12rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        margin-top: var(--s4);
      }
    `,
  ];

  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  async show(): Promise<void> {
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  override render() {
    const read = readRows(this.text);
    return html`<dialog aria-labelledby="heading">
      <div class="top">
        <h2 id="heading">Paste rows</h2>
        <form method="dialog"><button>Close</button></form>
      </div>
      <p class="soft">
        One row for each step: name, depends on, max attempts, timeout in ms. With a heading the columns may stand in any
        order. Several dependencies in one cell have a semicolon between them.
      </p>
      <label for="rows">Rows from a spreadsheet</label>
      <textarea
        id="rows"
        spellcheck="false"
        autocapitalize="off"
        placeholder=${'name\tdepends on\nbuild\ntest\tbuild'}
        .value=${this.text}
        @input=${(event: InputEvent) => {
          this.text = (event.target as HTMLTextAreaElement).value;
        }}
      ></textarea>
      ${this.#previewTemplate(read)}
      <div class="ways">
        <button class="primary" aria-disabled=${read.rows.length === 0} @click=${() => this.#take(read)}>
          Paste ${counted(read.rows.length, 'row')}
        </button>
      </div>
    </dialog>`;
  }

  #previewTemplate({ rows, leftOut }: Rows) {
    const { steps } = this.session.store.definition;
    const shown = columns.filter((column) => rows.some((row) => row[column] !== undefined));
    return html`<div role="status">
        ${rows.length > 0 ? html`<p>${pastedInWords(pasteRows(rows, steps))}</p>` : nothing}
        ${leftOut.slice(0, mostShown).map((sentence) => html`<p class="complaint warning">${sentence}</p>`)}
      </div>
      ${
        rows.length > 0
          ? html`<div class="preview" tabindex="0" role="group" aria-label="Preview" data-scrolls>
              <table>
                <thead><tr>${shown.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
                <tbody>${rows.slice(0, mostShown).map((row) => rowTemplate(row, shown))}</tbody>
              </table>
            </div>`
          : nothing
      }
      ${rows.length > mostShown ? html`<p class="soft small">And ${counted(rows.length - mostShown, 'more row')}.</p>` : nothing}`;
  }

  #take({ rows }: Rows): void {
    if (rows.length === 0) return;
    pasteInto(this.session, this.text);
    this.text = '';
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

function rowTemplate(row: StepRow, shown: readonly Column[]) {
  const cell = (column: Column) => {
    const value = row[column] ?? '';
    return html`<td><bdi>${Array.isArray(value) ? value.join('; ') : value}</bdi></td>`;
  };
  return html`<tr>${shown.map(cell)}</tr>`;
}

customElements.define('paste-dialog', PasteDialog);
