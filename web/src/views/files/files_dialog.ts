/** Where pipelines come from and where they go: files, the clipboard and copies kept by name. Loaded when asked for. */
import { css, html } from 'lit';
import { type Copy, copiesIn, copyOf, keepCopy, removeCopy } from '../../state/copies';
import { clearPipeline, openPipeline } from '../../state/edits';
import { textOf } from '../../state/typed';
import { clipped, counted, quoted } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { closeOnBackdrop, dialogs } from '../dialogs';
import { icon } from '../icons';
import { openPasted } from '../pasted';
import { savePipeline } from '../save_pipeline';
import { View } from '../view';
import { smallPicture, smallPictures } from './small_picture';

const storage = () => localStorage;
const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export class FilesDialog extends View {
  static override properties = {
    ...View.properties,
    copies: { state: true },
    renaming: { state: true },
    said: { state: true },
  };
  static override styles = [
    base,
    controls,
    dialogs,
    smallPictures,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
        margin-top: var(--s3);
      }
      .row input {
        flex: 1 1 180px;
        min-width: 0;
      }
      [role='status'] {
        min-height: 1.6em;
        margin-top: var(--s2);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
        padding: var(--s2) 0;
        border-top: 1px solid var(--rule);
      }
      .what {
        flex: 1 1 160px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .what bdi {
        display: block;
        font-weight: var(--strong);
      }
    `,
  ];

  declare copies: readonly Copy[];
  /** The id of the copy whose name is being typed. */
  declare renaming: string | null;
  declare said: { text: string; removed?: Copy };

  readonly #refresh = () => {
    this.copies = copiesIn(storage);
  };

  constructor() {
    super();
    this.copies = [];
    this.renaming = null;
    this.said = { text: '' };
  }

  // Another tab may keep copies too.
  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('storage', this.#refresh);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.#refresh);
  }

  async show(): Promise<void> {
    this.session.player.pause();
    this.renaming = null;
    this.said = { text: '' };
    this.#refresh();
    await this.updateComplete;
    const field = this.#field('.keep input');
    if (field) field.value = textOf(this.session.store.definition.name) || 'my pipeline';
    this.#dialog?.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @click=${closeOnBackdrop}>
      <div class="top">
        <h2 id="heading">Pipelines</h2>
        <form method="dialog"><button>Close</button></form>
      </div>
      <div class="row">
        <button @click=${this.#startEmpty}>${icon('add')} New</button>
        <button @click=${() => this.#field('[type=file]')?.click()}>Open a file…</button>
        <button @click=${this.#paste}>Paste a pipeline</button>
        <button @click=${() => savePipeline(this.session)}>${icon('save')} Download</button>
      </div>
      <input type="file" hidden accept=".json,application/json" aria-label="Pipeline file to open" @change=${this.#openFile} />
      <h3>Keep a copy of the pipeline that is shown</h3>
      <form class="row keep" @submit=${this.#keep}>
        <input type="text" aria-label="Name of the copy" autocomplete="off" />
        <button class="primary">Keep a copy</button>
      </form>
      <div role="status">
        ${this.said.text}
        ${this.said.removed ? html`<button class="link" @click=${this.#restore}>Undo</button>` : ''}
      </div>
      <h3>Your copies</h3>
      ${
        this.copies.length > 0
          ? html`<ul aria-label="Your copies">
              ${this.copies.map((copy) => this.#copyTemplate(copy))}
            </ul>`
          : html`<p class="soft">None yet. Copies stay in this browser, on this device.</p>`
      }
    </dialog>`;
  }

  #copyTemplate(copy: Copy) {
    const { name, at, document } = copy;
    const { definition } = document;
    const named = quoted(name);
    return html`<li>
      ${smallPicture(this.session.engine, definition)}
      ${
        this.renaming === copy.id
          ? html`<form class="what row" @submit=${(event: Event) => this.#rename(event, copy)}>
              <input type="text" aria-label="New name of ${named}" autocomplete="off" .value=${name} />
              <button>Save name</button>
            </form>`
          : html`<div class="what">
              <bdi>${clipped(name) || 'No name'}</bdi>
              <span class="soft small">${inWords.format(at)}, ${counted(definition.steps.length, 'step')}</span>
            </div>`
      }
      <button aria-label="Open ${named}" @click=${() => this.#open(copy)}>Open</button>
      <button class="quiet" aria-label="Rename ${named}" @click=${() => this.#startRename(copy)}>Rename</button>
      <button class="quiet" aria-label="Delete ${named}" @click=${() => this.#delete(copy)}>Delete</button>
    </li>`;
  }

  #keep(event: Event): void {
    event.preventDefault();
    const { session } = this;
    const name = this.#field('.keep input')?.value.trim() || 'A copy without a name';
    const problem = keepCopy(
      storage,
      copyOf(name, session.store.document, session.store.work.cursor),
    );
    this.said = { text: problem ? `${problem} Download it instead.` : `Kept ${quoted(name)}.` };
    this.#refresh();
  }

  #open({ name, document, cursor }: Copy): void {
    this.#dialog?.close();
    const { definition, ...kept } = document;
    const { label, apply } = openPipeline(definition);
    const edit = { label, apply: (before: typeof document) => ({ ...apply(before), ...kept }) };
    this.session.open(edit, cursor, `Opened ${quoted(name)}.`);
  }

  async #startRename({ id }: Copy): Promise<void> {
    this.renaming = id;
    await this.updateComplete;
    this.#field('li input')?.select();
  }

  async #rename(event: Event, copy: Copy): Promise<void> {
    event.preventDefault();
    const name = this.#field('li input')?.value.trim() || copy.name;
    const problem = keepCopy(storage, { ...copy, name });
    this.said = { text: problem ?? `Renamed ${quoted(copy.name)} to ${quoted(name)}.` };
    this.renaming = null;
    this.#refresh();
    await this.updateComplete;
    this.#focusRow(this.copies.findIndex(({ id }) => id === copy.id));
  }

  async #delete(copy: Copy): Promise<void> {
    removeCopy(storage, copy.id);
    this.said = { text: `Deleted ${quoted(copy.name)}.`, removed: copy };
    this.#refresh();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[role=status] button')?.focus();
  }

  async #restore(): Promise<void> {
    const { removed } = this.said;
    if (!removed) return;
    const problem = keepCopy(storage, removed);
    this.said = { text: problem ?? `${quoted(removed.name)} is back.` };
    this.#refresh();
    await this.updateComplete;
    this.#focusRow(this.copies.findIndex(({ id }) => id === removed.id));
  }

  #startEmpty(): void {
    this.#dialog?.close();
    this.session.open(clearPipeline(), 0, 'This is an empty pipeline.');
  }

  #openFile(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    this.#dialog?.close();
    if (file) void this.session.openFile(file);
    // So that the same file can be chosen again.
    input.value = '';
  }

  async #paste(): Promise<void> {
    try {
      const text = await navigator.clipboard.readText();
      this.#dialog?.close();
      await openPasted(this.session, text);
    } catch {
      this.said = {
        text: 'This browser does not let the page read the clipboard. Close this dialog and press Ctrl V (⌘ V on a Mac).',
      };
    }
  }

  #focusRow(at: number): void {
    this.renderRoot.querySelectorAll<HTMLElement>('li button[aria-label^=Rename]')[at]?.focus();
  }

  #field(selector: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(selector);
  }
  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

customElements.define('files-dialog', FilesDialog);
