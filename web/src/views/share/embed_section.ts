/** What to paste into another page so that it shows this pipeline. */
import { css, html } from 'lit';
import { elementSnippet, frameSnippet, type Shown } from '../../formats/snippets';
import { base, controls } from '../../styles/shared';
import { moreIcon } from '../more_icons';
import { View } from '../view';

const kinds = {
  element: {
    title: 'As an element',
    about: 'One script, nothing else to load. The figure fits into the page like a picture.',
  },
  frame: {
    title: 'As a frame',
    about: 'For pages that allow no scripts: this page in a frame, with only the figure shown.',
  },
} as const;
type Kind = keyof typeof kinds;

export class EmbedSection extends View {
  static override properties = {
    ...View.properties,
    hash: { attribute: false },
    kind: { state: true },
    said: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s4);
        margin: 0;
        padding: 0;
        border: 0;
      }
      input {
        accent-color: var(--accent);
      }
      textarea {
        display: block;
        width: 100%;
        margin: var(--s2) 0;
        padding: var(--s2);
        border: 1px solid var(--edge);
        border-radius: 6px;
        background: var(--sunken);
        color: inherit;
        font: var(--plain) var(--small) / 1.5 var(--mono);
        resize: vertical;
      }
    `,
  ];

  /** What follows the # in the link to this moment; null while it is being made or when it would be too long. */
  declare hash: string | null;
  declare kind: Kind;
  declare said: string;

  constructor() {
    super();
    this.hash = null;
    this.kind = 'element';
    this.said = '';
  }

  override render() {
    const kind = this.hash === null ? 'element' : this.kind;
    return html`
      <fieldset aria-label="How">
        ${(Object.keys(kinds) as Kind[]).map((each) => this.#choice(each, each === kind))}
      </fieldset>
      <p class="soft">${kinds[kind].about}</p>
      <textarea readonly rows="6" spellcheck="false" aria-label="HTML" .value=${this.#snippet(kind)}></textarea>
      <button @click=${this.#copy}>${moreIcon('share')} Copy the HTML</button>
      <p role="status" class="small">${this.said}</p>
    `;
  }

  #choice(kind: Kind, isChosen: boolean) {
    return html`<label class="tick"
      ><input
        type="radio"
        name="kind"
        .checked=${isChosen}
        ?disabled=${kind === 'frame' && this.hash === null}
        @change=${() => {
          this.kind = kind;
          this.said = '';
        }}
      />${kinds[kind].title}</label
    >`;
  }

  #snippet(kind: Kind): string {
    const { analysis, film, store } = this.session;
    // The element shows traces alone.
    const cursor = film ? store.work.cursor : this.session.cursor;
    const page = location.href.replace(/[?#].*/s, '');
    const hash = this.hash ?? '';
    const shown: Shown = { definition: analysis.definition, cursor, page, hash };
    return kind === 'element' ? elementSnippet(shown) : frameSnippet(shown);
  }

  async #copy(): Promise<void> {
    const area = this.renderRoot.querySelector('textarea');
    if (!area) return;
    try {
      await navigator.clipboard.writeText(area.value);
      this.said = 'Copied. Paste it into the page’s HTML.';
    } catch {
      area.focus();
      area.select();
      this.said = 'This browser does not let the page copy. The HTML is marked: copy it yourself.';
    }
  }
}

customElements.define('embed-section', EmbedSection);
