/** A field for part of a step's name, and the names that match. Loaded when it is first asked for. */
import { css, html, nothing } from 'lit';
import type { StepDefinition } from '../engine/index';
import { clipped, counted, grouped } from '../state/words';
import { base, controls } from '../styles/shared';
import { NameIndex, split } from './name_index';
import { View } from './view';

const mostShown = 12;

export class FindStep extends View {
  static override properties = {
    ...View.properties,
    typed: { state: true },
    active: { state: true },
    open: { state: true },
    index: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: relative;
      }
      input {
        padding-right: var(--s5);
      }
      .found {
        position: absolute;
        z-index: 3;
        top: calc(100% + 4px);
        right: 0;
        width: max(100%, min(420px, calc(100vw - 2 * var(--s4))));
        padding: var(--s1);
        border: 1px solid var(--edge);
        border-radius: var(--round);
        background: var(--surface);
        box-shadow: 0 2px 10px rgb(0 0 0 / 18%);
      }
      /* As wide as the window, wherever the field stands in it. */
      @media (max-width: 700px) {
        :host {
          position: static;
        }
        .found {
          top: auto;
          right: var(--s3);
          left: var(--s3);
          width: auto;
          margin-top: 4px;
        }
      }
      ul {
        max-height: min(360px, 50vh);
        margin: 0;
        padding: 0;
        list-style: none;
        overflow: auto;
      }
      li {
        display: flex;
        align-items: center;
        min-height: var(--target);
        padding: var(--s1) var(--s2);
        border-radius: 6px;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      li[aria-selected='true'] {
        background: var(--accent-tint);
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      li:hover {
        background: var(--accent-tint);
      }
      mark {
        background: none;
        color: inherit;
        font-weight: var(--strong);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .count {
        padding: var(--s1) var(--s2);
      }
    `,
  ];

  declare typed: string;
  /** The option that Enter would choose; -1 for the best. */
  declare active: number;
  declare open: boolean;
  declare index: { of: readonly StepDefinition[]; names: NameIndex } | null;
  #preparing: readonly StepDefinition[] | null = null;

  constructor() {
    super();
    this.typed = '';
    this.active = -1;
    this.open = false;
    this.index = null;
  }

  override async focus(): Promise<void> {
    await this.updateComplete;
    this.#field?.focus();
    this.#field?.select();
  }

  protected override updated(): void {
    void this.#prepare();
  }

  override render() {
    const { best, count } = this.#matches;
    const isOpen = this.open && this.typed !== '';
    const chosen = isOpen && best.length > 0 ? Math.max(0, this.active) : -1;
    return html`
      <input
        type="text"
        role="combobox"
        aria-label="Find a step"
        placeholder="Part of a step's name"
        autocomplete="off"
        spellcheck="false"
        autocapitalize="off"
        aria-autocomplete="list"
        aria-expanded=${isOpen && best.length > 0}
        aria-controls="found"
        aria-activedescendant=${chosen >= 0 ? `option-${chosen}` : nothing}
        .value=${this.typed}
        @input=${this.#input}
        @keydown=${this.#key}
        @focus=${() => {
          this.open = true;
        }}
        @blur=${() => {
          this.open = false;
        }}
      />
      <div class="found" ?hidden=${!isOpen}>
        <ul id="found" role="listbox" aria-label="Steps found" @mousedown=${(event: Event) => event.preventDefault()}>
          ${best.map((step, at) => this.#option(step, at, at === chosen))}
        </ul>
        <p class="count soft small" role="status">${isOpen ? told(best.length, count, this.index !== null) : ''}</p>
      </div>
    `;
  }

  #option(step: number, at: number, isChosen: boolean) {
    const name = this.session.analysis.nameOf(step);
    const parts = split(name, this.typed);
    return html`<li
      id="option-${at}"
      role="option"
      aria-selected=${isChosen}
      @click=${() => this.#choose(step)}
    >
      <bdi class="mono">${
        parts && name.length <= 120
          ? html`${parts[0]}<mark>${parts[1]}</mark>${parts[2]}`
          : clipped(name)
      }</bdi>
    </li>`;
  }

  #input(event: InputEvent): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.active = -1;
    this.open = true;
  }

  #key(event: KeyboardEvent): void {
    const { best } = this.#matches;
    const last = best.length - 1;
    const at = Math.max(0, this.active);
    if (event.key === 'ArrowDown' && last >= 0) {
      this.active = this.open ? (at === last ? 0 : at + 1) : 0;
      this.open = true;
    } else if (event.key === 'ArrowUp' && last >= 0) {
      this.active = at === 0 ? last : at - 1;
      this.open = true;
    } else if (event.key === 'Enter') {
      const step = best[at];
      if (step !== undefined && this.open) this.#choose(step);
    } else if (event.key === 'Escape') {
      if (this.open && this.typed !== '') this.open = false;
      else {
        this.typed = '';
        this.dispatchEvent(new CustomEvent('found-enough', { bubbles: true, composed: true }));
      }
    } else return;
    event.preventDefault();
  }

  #choose(step: number): void {
    this.typed = this.session.analysis.nameOf(step);
    this.active = -1;
    this.open = false;
    const choice = { bubbles: true, composed: true, detail: step };
    this.dispatchEvent(new CustomEvent('choose-step', choice));
  }

  get #matches(): { best: number[]; count: number } {
    const { index } = this;
    if (index?.of !== this.session.analysis.definition.steps) return { best: [], count: 0 };
    if (this.#found?.index !== index || this.#found.typed !== this.typed) {
      this.#found = { index, typed: this.typed, ...index.names.find(this.typed.trim(), mostShown) };
    }
    return this.#found;
  }
  #found: { index: object; typed: string; best: number[]; count: number } | null = null;

  async #prepare(): Promise<void> {
    const { steps } = this.session.analysis.definition;
    if (this.index?.of === steps || this.#preparing === steps) return;
    this.#preparing = steps;
    const names = await NameIndex.of(steps, () => this.#preparing === steps);
    if (!names) return;
    this.#preparing = null;
    this.index = { of: steps, names };
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }
}

function told(shown: number, count: number, isReady: boolean): string {
  if (!isReady) return 'Reading the names …';
  if (count === 0) return 'No step has this in its name.';
  if (count === shown) return `${counted(count, 'step')} found.`;
  return `${shown} of ${grouped(count)}: type more of the name.`;
}

customElements.define('find-step', FindStep);
