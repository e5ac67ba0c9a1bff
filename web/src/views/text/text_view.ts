/** The pipeline file as a text to write in: with line numbers, and with everything that is wrong and where. */
import { html, nothing } from 'lit';
import { sizeOf } from '../../engine/size';
import { bracketsIn } from '../../formats/json_brackets';
import { formatJson } from '../../formats/json_format';
import { placeOf } from '../../formats/json_places';
import { type PipelineText, readText } from '../../formats/text_reading';
import type { Analysis } from '../../state/analysis';
import type { Mend } from '../../state/mend';
import { counted } from '../../state/words';
import { draftOf, formatText, textOf, throwTextAway, write } from '../../state/writing';
import { base, controls } from '../../styles/shared';
import { icon } from '../icons';
import { mendButtons, mendStyles } from '../mend_buttons';
import { View } from '../view';
import { type Finding, findingsOf } from './findings';
import { Lines } from './lines';
import { textStyles } from './styles';
import { breakLine, caretAfter, closeBracket, indent, outdent, type Selected } from './typing';

/** Steps and dependencies; as many as the browser's storage is asked to keep. */
const mostShown = 40_000;
/** The list of problems has the others. */
const mostListed = 50;
/** As the styles have it. */
const lineHeight = '1.25rem';
/** More cannot be seen at once. */
const mostInSight = 60;
const mostMarked = 500;
const mostInLine = 2000;
/** Reading a longer text at every letter would hold up the page. */
const longAbove = 100_000;
const pauseOfLong = 400;
/** What is written after such a pause is undone by itself. */
const pauseBetweenBursts = 1500;

export class TextView extends View {
  static override properties = {
    ...View.properties,
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
  #read: PipelineText | null = null;
  #lines: Lines | null = null;
  #brackets: { text: string; partners: ReadonlyMap<number, number> } | null = null;
  #findings: { read: PipelineText; analysis: Analysis; list: Finding[] } | null = null;
  #lineHeight = 20;
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
    this.#readNow();
    this.session.store.seal();
    super.disconnectedCallback();
  }

  /** Puts the caret to what a pointer leads to, and selects it. */
  async reveal(path: string): Promise<void> {
    await this.updateComplete;
    const { places } = this.#reading();
    const { from, to } = places ? placeOf(places, path) : { from: 0, to: 0 };
    this.#select(from, to);
  }

  override render() {
    const { document, definition } = this.session.store;
    const draft = draftOf(document);
    const size = sizeOf(definition);
    if (!draft && size > mostShown) {
      return html`<p>
        This pipeline is too long to be shown as a text: ${size.toLocaleString('en')} steps and
        dependencies. The table has all of it.
      </p>`;
    }
    const { text, value } = this.#reading();
    const findings = this.#findingsNow();
    const lines = this.#linesOf(text);
    return html`<section aria-label="Pipeline as text">
      <div class="bar">
        <p class="soft small" id="how">
          The pipeline file (JSON). Tab indents; press Escape, then Tab to leave the text.
        </p>
        <button aria-disabled=${value === undefined} @click=${this.#format}>Format</button>
      </div>
      <div class="code">
        ${this.#numbersTemplate(lines)}
        <div class="text">
        ${this.#marksTemplate(lines, findings)}
        <textarea
          aria-label="Pipeline file"
          aria-describedby="how state"
          aria-invalid=${draft ? 'true' : nothing}
          data-path
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          wrap="off"
          @input=${this.#typed}
          @keydown=${this.#pressed}
          @beforeinput=${this.#ownUndo}
          @blur=${this.#left}
          @scroll=${this.#scrolled}
          @select=${this.#moved}
          @keyup=${this.#moved}
          @click=${this.#moved}
        ></textarea>
      </div></div>
      <p class="caret soft small">${this.#caretInWords(lines)}</p>
      <div id="state" role="status">
        ${draft ? this.#draftTemplate(draft.isApart) : nothing}
        ${findings.length > 0 ? html`<p class="unseen">${counted(findings.length, 'problem')} in the text.</p>` : nothing}
      </div>
      ${this.#findingsTemplate(findings, lines)}
    </section>`;
  }

  #draftTemplate(isApart: boolean) {
    const { definition } = this.session.store;
    if (isApart && this.keptWriting !== definition) {
      return html`<p>
          The pipeline has been changed elsewhere, and this text cannot be read yet. Both are kept. Once the text can
          be read it takes the place of those changes; undo brings them back.
        </p>
        <div class="ways">
          <button @click=${this.#keepWriting}>Keep writing</button>
          <button @click=${() => this.#throwAway("take the table's text")}>Take the table's</button>
        </div>`;
    }
    return html`<p>
        This text is no pipeline yet, so the picture and the table keep the last one that was. The text is kept until it
        can be read.
      </p>
      <div class="ways">
        <button @click=${() => this.#throwAway('throw the text away')}>Throw this text away</button>
      </div>`;
  }

  #findingsTemplate(findings: readonly Finding[], lines: Lines) {
    if (findings.length === 0) return nothing;
    const more = findings.length - mostListed;
    return html`<ul aria-label="Problems in the text">
        ${findings.slice(0, mostListed).map((finding, at) => this.#findingTemplate(finding, at, lines))}
      </ul>
      ${more > 0 ? html`<p class="soft small">And ${more.toLocaleString('en')} more.</p>` : nothing}`;
  }

  #findingTemplate(
    { severity, message, hint, from, to, mends }: Finding,
    at: number,
    lines: Lines,
  ) {
    const { line, column } = lines.placeOf(from);
    return html`<li class=${severity}>
      ${icon('error')}
      <div>
        <button class="link" aria-describedby="finding-${at}" @click=${() => this.#select(from, to)}>
          Line ${line}, column ${column}</button
        >: <span id="finding-${at}"><span class="unseen">${severity}: </span><bdi>${message}</bdi></span>
        ${hint ? html`<p class="soft small">${hint}</p>` : nothing}
        ${mendButtons(mends, `finding-${at}`, (mend) => this.#mend(mend))}
      </div>
    </li>`;
  }

  /** The lines that are in sight, and some around them. */
  #inSight(lines: Lines): { first: number; last: number } {
    const first = Math.floor(this.top / this.#lineHeight) + 1;
    return { first, last: Math.min(lines.count, first + mostInSight) };
  }

  #numbersTemplate(lines: Lines) {
    const { first, last } = this.#inSight(lines);
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at).join('\n');
    const shift = `calc(${first - 1} * ${lineHeight} - ${this.top}px)`;
    const digits = String(lines.count).length;
    return html`<div class="numbers" aria-hidden="true" .style=${`min-width: ${digits + 2}ch`}
      ><div .style=${`margin-top: ${shift}`}>${numbers}</div></div>`;
  }

  /** Marks under what is wrong, and around the brackets at the caret. */
  #marksTemplate(lines: Lines, findings: readonly Finding[]) {
    const { first, last } = this.#inSight(lines);
    const brackets = this.#bracketsAtCaret(lines.text).map((at) => ({
      severity: 'bracket',
      from: at,
      to: at + 1,
    }));
    const marks = [...findings.slice(0, mostMarked), ...brackets].map(({ severity, from, to }) => {
      const { line, column } = lines.placeOf(from);
      if (line < first || line > last || column > mostInLine) return nothing;
      const text = lines.textOf(line);
      const end = column - 1 + Math.max(1, to - from);
      return html`<pre .style=${`top: calc(${line - 1} * ${lineHeight})`}
        >${text.slice(0, column - 1)}<mark class=${severity}>${text.slice(column - 1, end) || ' '}</mark></pre>`;
    });
    return html`<div class="marks" aria-hidden="true">
      <div .style=${`transform: translate(${-this.left}px, ${-this.top}px)`}>${marks}</div>
    </div>`;
  }

  #caretInWords(lines: Lines): string {
    const { line, column } = lines.placeOf(this.caret);
    const [bracket, partner] = this.#bracketsAtCaret(lines.text);
    const here = `Line ${line}, column ${column}`;
    if (bracket === undefined || partner === undefined) return here;
    const does = partner > bracket ? 'closed' : 'opened';
    return `${here}. Its bracket is ${does} in line ${lines.placeOf(partner).line}.`;
  }

  /** The bracket at the caret and its partner. */
  #bracketsAtCaret(text: string): number[] {
    if (text.length > longAbove * 3) return [];
    if (this.#brackets?.text !== text) this.#brackets = { text, partners: bracketsIn(text) };
    const { partners } = this.#brackets;
    const at = [this.caret - 1, this.caret].find((place) => partners.has(place));
    return at === undefined ? [] : [at, partners.get(at) ?? at];
  }

  protected override updated(): void {
    const field = this.#field;
    if (!field) return;
    this.#lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || this.#lineHeight;
    if (this.#unread !== undefined) return;
    const { text } = this.#reading();
    const old = field.value;
    if (old === text) return;
    field.value = text;
    // A caret that the browser has put to the end of the text would scroll there.
    const caret = old === '' ? 0 : caretAfter(old, text);
    field.setSelectionRange(caret, caret);
    this.caret = caret;
  }

  #reading(): PipelineText {
    const text = textOf(this.session.store.document);
    if (this.#read?.text !== text) this.#read = readText(text);
    return this.#read;
  }
  #linesOf(text: string): Lines {
    if (this.#lines?.text !== text) this.#lines = new Lines(text);
    return this.#lines;
  }
  #findingsNow(): Finding[] {
    const { analysis } = this.session;
    const read = this.#reading();
    if (this.#findings?.read !== read || this.#findings.analysis !== analysis) {
      this.#findings = { read, analysis, list: findingsOf(read, this.session) };
    }
    return this.#findings.list;
  }

  readonly #typed = (): void => {
    clearTimeout(this.#unread);
    const long = (this.#field?.value.length ?? 0) > longAbove;
    if (long) this.#unread = setTimeout(() => this.#readNow(), pauseOfLong);
    else this.#write();
  };
  /** What waits for a pause in writing. */
  #readNow(): void {
    if (this.#unread === undefined) return;
    clearTimeout(this.#unread);
    this.#unread = undefined;
    this.#write();
  }
  #write(): void {
    const field = this.#field;
    if (!field) return;
    this.#unread = undefined;
    this.#moved();
    const { store } = this.session;
    const text = field.value.replace(/^\uFEFF/, '');
    this.#read = readText(text);
    this.session.edit(write(text, this.#read.definition, store.document));
    clearTimeout(this.#burst);
    this.#burst = setTimeout(() => store.seal(), pauseBetweenBursts);
  }

  readonly #left = (): void => {
    this.#readNow();
    this.#leaving = false;
    this.session.store.seal();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    const field = event.target as HTMLTextAreaElement;
    if (key === 'Shift' || event.altKey || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      // What is to be undone must have been read.
      this.#readNow();
      if (key.toLowerCase() !== 'y') return;
      event.preventDefault();
      this.session.redo();
      return;
    }
    const leaving = this.#leaving;
    this.#leaving = key === 'Escape';
    if (key === 'Tab' && leaving) return;
    const act = this.#keys[shiftKey && key === 'Tab' ? 'Outdent' : key];
    if (!act) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = field;
    const after = act({ text: value, from: selectionStart, to: selectionEnd });
    field.value = after.text;
    field.setSelectionRange(after.from, after.to);
    this.#typed();
  };
  readonly #keys: Record<string, ((selected: Selected) => Selected) | undefined> = {
    Tab: indent,
    Outdent: outdent,
    Enter: breakLine,
    '}': (selected) => closeBracket(selected, '}'),
    ']': (selected) => closeBracket(selected, ']'),
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

  #select(from: number, to: number): void {
    const field = this.#field;
    if (!field) return;
    field.focus();
    field.setSelectionRange(from, to);
    const { line, column } = this.#linesOf(field.value).placeOf(from);
    const above = (line - 4) * this.#lineHeight;
    const inSight =
      above >= field.scrollTop &&
      above + 6 * this.#lineHeight < field.scrollTop + field.clientHeight;
    if (!inSight) field.scrollTop = above;
    field.scrollLeft = column > 40 ? (column - 20) * this.#lineHeight * 0.4 : 0;
    field.scrollIntoView({ block: 'nearest' });
    this.#moved();
  }

  readonly #format = (): void => {
    const { text, value, definition } = this.#reading();
    if (value === undefined) return;
    const formatted = formatJson(value);
    if (formatted !== text) {
      this.session.edit(formatText(formatted, definition, this.session.store.document));
    }
  };

  async #mend({ edit, next }: Mend): Promise<void> {
    const { value, definition } = this.#reading();
    const message = `Done: ${edit.label}.`;
    if (definition) this.session.edit(edit, message);
    else
      this.#mendDraft(edit.apply({ definition: value as never, breakage: [] }).definition, message);
    await this.updateComplete;
    if (next !== undefined) await this.reveal(next);
    else (this.renderRoot.querySelector<HTMLElement>('li .link') ?? this.#field)?.focus();
  }
  #mendDraft(value: unknown, message: string): void {
    const text = formatJson(value);
    const { definition } = readText(text);
    const label = message.slice('Done: '.length, -1);
    this.session.edit(
      { ...formatText(text, definition, this.session.store.document), label },
      message,
    );
  }

  readonly #keepWriting = (): void => {
    this.keptWriting = this.session.store.definition;
    this.#field?.focus();
  };
  #throwAway(label: string): void {
    this.session.edit(throwTextAway(label));
    this.#field?.focus();
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }
}

customElements.define('text-view', TextView);
