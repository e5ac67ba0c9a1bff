/** The pipeline file as a text to write in: with line numbers, and with everything that is wrong and where. */
import { html, nothing } from 'lit';
import { formatJson } from '../../formats/json_format';
import { placeOf } from '../../formats/json_places';
import { readText } from '../../formats/text_reading';
import type { Mend } from '../../state/mend';
import { counted } from '../../state/words';
import { draftOf, formatText, throwTextAway, write } from '../../state/writing';
import { base, controls } from '../../styles/shared';
import { mendStyles } from '../mend_buttons';
import { StillView } from '../view';
import { draftTemplate, findingsTemplate } from './notes';
import { Reader } from './reader';
import { textStyles } from './styles';
import { actionOf, caretAfter } from './typing';
import { type Mark, marksTemplate, numbersTemplate } from './underlay';

/** Reading a longer text at every letter would hold up the page. */
const longAbove = 100_000;
const pauseOfLong = 400;
/** What is written after such a pause is undone by itself. */
const pauseBetweenBursts = 1500;

export class TextView extends StillView {
  static override properties = {
    ...StillView.properties,
    caret: { state: true },
    top: { state: true },
    left: { state: true },
    keptWriting: { state: true },
  };
  static override styles = [base, controls, mendStyles, textStyles];

  declare caret: number;
  /** How far the text is scrolled, in pixels. */
  declare top: number;
  declare left: number;
  /** The definition beside which the learner wants to go on writing. */
  declare keptWriting: object | null;
  #reader: Reader | null = null;
  /** Escape has just been pressed: Tab leads out. */
  #leaving = false;
  #burst: ReturnType<typeof setTimeout> | undefined;
  #unread: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.caret = 0;
    this.top = 0;
    this.left = 0;
    this.keptWriting = null;
  }

  override disconnectedCallback(): void {
    this.#leave();
    super.disconnectedCallback();
  }

  /** Puts the caret to what a pointer leads to, and selects it. */
  async reveal(path: string): Promise<void> {
    await this.updateComplete;
    const { from, to } = placeOf(this.#reads.reading.places, path);
    this.#select(from, to);
  }

  override render() {
    const reads = this.#reads;
    if (reads.text === null) {
      return html`<p>
        This pipeline is too long, or nested too deep, to be shown as a text. The table has all of its steps.
      </p>`;
    }
    const { findings, lines, reading } = reads;
    return html`<section aria-label="Pipeline as text">
      <div class="bar">
        <p class="soft small" id="how">
          The pipeline file (JSON). Tab indents; press Escape, then Tab to leave the text.
        </p>
        <button aria-disabled=${reading.value === undefined} @click=${this.#format}>Format</button>
      </div>
      <div class="code">
        ${numbersTemplate(lines, this)}
        <div class="text">
          ${marksTemplate(lines, this, [
            ...findings,
            ...reads.bracketsAt(this.caret).map(bracketMark),
          ])}
          ${this.#fieldTemplate()}
        </div>
      </div>
      <p class="caret soft small">${reads.caretInWords(this.caret)}</p>
      <div id="state" role="status">
        ${this.#draftTemplate()}
        ${
          findings.length > 0
            ? html`<p class="unseen">${counted(findings.length, 'problem')} in the text.</p>`
            : nothing
        }
      </div>
      ${findingsTemplate(findings, lines, { select: this.#select, mend: this.#mend })}
    </section>`;
  }

  #fieldTemplate() {
    return html`<textarea
      aria-label="Pipeline file"
      aria-describedby="how state"
      aria-invalid=${draftOf(this.session.store.document) ? 'true' : nothing}
      data-path
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      wrap="off"
      @input=${this.#typed}
      @keydown=${this.#pressed}
      @beforeinput=${this.#ownUndo}
      @blur=${this.#leave}
      @scroll=${this.#scrolled}
      @select=${this.#moved}
      @keyup=${this.#moved}
      @click=${this.#moved}
    ></textarea>`;
  }

  #draftTemplate() {
    const { document, definition } = this.session.store;
    const draft = draftOf(document);
    if (!draft) return nothing;
    return draftTemplate(draft.isApart && this.keptWriting !== definition, {
      keepWriting: () => {
        this.keptWriting = definition;
        this.#field?.focus();
      },
      throwAway: (label) => {
        this.session.edit(throwTextAway(label));
        this.#field?.focus();
      },
    });
  }

  protected override updated(): void {
    const field = this.#field;
    const { text } = this.#reads;
    if (!field || text === null || field.value === text || this.#unread !== undefined) return;
    // A caret that the browser has put to the end of the text would scroll there.
    const caret = field.value === '' ? 0 : caretAfter(field.value, text);
    field.value = text;
    field.setSelectionRange(caret, caret);
    this.caret = caret;
  }

  readonly #typed = (): void => {
    clearTimeout(this.#unread);
    const long = (this.#field?.value.length ?? 0) > longAbove;
    if (long) this.#unread = setTimeout(() => this.#write(), pauseOfLong);
    else this.#write();
  };
  /** What waits for a pause in writing. */
  #readNow(): void {
    if (this.#unread !== undefined) this.#write();
  }
  #write(): void {
    clearTimeout(this.#unread);
    this.#unread = undefined;
    const field = this.#field;
    if (!field) return;
    this.#moved();
    const { store } = this.session;
    const text = field.value.replace(/^\uFEFF/, '');
    this.session.edit(write(text, this.#reads.read(text).definition, store.document));
    clearTimeout(this.#burst);
    this.#burst = setTimeout(() => store.seal(), pauseBetweenBursts);
  }

  readonly #leave = (): void => {
    this.#readNow();
    this.#leaving = false;
    this.session.store.seal();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Shift' || event.altKey || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      // What is to be undone must have been read.
      this.#readNow();
      if (key.toLowerCase() !== 'y') return;
      event.preventDefault();
      this.session.redo();
      return;
    }
    const leaves = this.#leaving && key === 'Tab';
    this.#leaving = key === 'Escape';
    const act = leaves ? null : actionOf(key, event.shiftKey);
    if (!act) return;
    event.preventDefault();
    const field = event.target as HTMLTextAreaElement;
    const { value, selectionStart, selectionEnd } = field;
    const after = act({ text: value, from: selectionStart, to: selectionEnd });
    field.value = after.text;
    field.setSelectionRange(after.from, after.to);
    this.#typed();
  };

  /** A browser's own menu offers to undo too; it knows nothing of the other views. */
  readonly #ownUndo = (event: InputEvent): void => {
    const { inputType } = event;
    if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return;
    event.preventDefault();
    if (inputType === 'historyUndo') this.session.undo();
    else this.session.redo();
  };

  readonly #moved = (): void => {
    this.caret = this.#field?.selectionEnd ?? 0;
  };
  readonly #scrolled = (): void => {
    this.top = this.#field?.scrollTop ?? 0;
    this.left = this.#field?.scrollLeft ?? 0;
  };

  readonly #select = (from: number, to: number): void => {
    const field = this.#field;
    if (!field) return;
    field.focus();
    field.setSelectionRange(from, to);
    const { line, column } = this.#reads.lines.placeOf(from);
    const height = Number.parseFloat(getComputedStyle(field).lineHeight);
    const above = (line - 4) * height;
    const { scrollTop, clientHeight } = field;
    if (above < scrollTop || above + 6 * height > scrollTop + clientHeight) field.scrollTop = above;
    // A letter is about as wide as two fifths of its line are high.
    field.scrollLeft = column > 30 ? (column - 20) * height * 0.4 : 0;
    field.scrollIntoView({ block: 'nearest' });
    this.#moved();
  };

  readonly #format = (): void => {
    const { text, value, definition } = this.#reads.reading;
    const formatted = value === undefined ? text : formatJson(value);
    if (formatted === text) return;
    this.session.edit(formatText(formatted, definition, this.session.store.document));
  };

  readonly #mend = async ({ edit, next }: Mend): Promise<void> => {
    const { value, definition } = this.#reads.reading;
    const mended = definition ? edit : this.#mendOfDraft(edit, value);
    this.session.edit(mended, `Done: ${edit.label}.`);
    await this.updateComplete;
    if (next !== undefined) await this.reveal(next);
    else (this.renderRoot.querySelector<HTMLElement>('li .link') ?? this.#field)?.focus();
  };
  /** JSON that is no pipeline yet is mended in its text. */
  #mendOfDraft({ label, apply }: Mend['edit'], value: unknown): Mend['edit'] {
    const mended = apply({ definition: value as never, breakage: [] }).definition;
    const text = formatJson(mended);
    return { ...formatText(text, readText(text).definition, this.session.store.document), label };
  }

  get #reads(): Reader {
    this.#reader ??= new Reader(this.session);
    return this.#reader;
  }
  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }
}

function bracketMark(from: number): Mark {
  return { severity: 'bracket', from, to: from + 1 };
}

customElements.define('text-view', TextView);
