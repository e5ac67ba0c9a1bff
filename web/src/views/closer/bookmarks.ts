/** Events that the learner wants to find again, each with a note of their own. */
import { css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Analysis } from '../../state/analysis';
import {
  addBookmark,
  type Bookmark,
  bookmarkAt,
  cursorOf,
  marksOf,
  noteBookmark,
  removeBookmark,
} from '../../state/marks';
import { grouped } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { icon } from '../icons';
import { PanelView } from '../panel_view';
import { marked } from './styles';

const longestNote = 1000;

export class BookMarks extends PanelView {
  static override styles = [
    base,
    controls,
    marked,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--s1) var(--s2);
      }
      li[aria-current] {
        border-left: 3px solid var(--accent);
        padding-left: var(--s2);
      }
      .told {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      textarea {
        grid-column: 1 / -1;
        width: 100%;
        min-height: var(--target);
        padding: var(--s2);
        border: 1px solid var(--edge);
        border-radius: 6px;
        background: var(--surface);
        color: inherit;
        font: inherit;
        font-size: var(--small);
        resize: vertical;
        field-sizing: content;
      }
    `,
  ];

  /** Where the events of the bookmarks are in this pipeline's trace. */
  #found: { analysis: Analysis; cursors: Map<Bookmark, number> } | null = null;

  override render() {
    const { session } = this;
    const { analysis, cursor } = session;
    const { bookmarks } = marksOf(session.store.document);
    const isMarked = bookmarks.some((mark) => this.#cursorOf(mark) === cursor);
    const isOff = isMarked || cursor >= analysis.length;
    return html`<section aria-labelledby="bookmarks">
      <h3 id="bookmarks">Bookmarks</h3>
      <button class="add" aria-disabled=${isOff} @click=${() => isOff || this.#add()}>
        ${icon('add')} Bookmark event ${grouped(cursor + 1)}
      </button>
      <ul aria-label="Bookmarks">
        ${bookmarks.map((mark, place) => this.#bookmark(mark, place))}
      </ul>
    </section>`;
  }

  #bookmark(mark: Bookmark, place: number) {
    const { session } = this;
    const { trace } = session.analysis;
    const cursor = this.#cursorOf(mark);
    const name = `event ${grouped((cursor < 0 ? mark.at : cursor) + 1)}`;
    return html`<li aria-current=${cursor === session.cursor ? 'step' : 'false'}>
      ${
        cursor < 0 || !trace
          ? html`<span class="soft small">The event of this bookmark is not in the trace any more.</span>`
          : html`<span class="told">
              <button class="link" aria-label="Go to bookmarked ${name}" @click=${() => session.seek(cursor)}>
                Event ${grouped(cursor + 1)}</button>
              <bdi class="soft small" title=${trace.sentence(cursor)}>${trace.sentence(cursor)}</bdi>
            </span>`
      }
      <button class="quiet" aria-label="Remove the bookmark of ${name}" title="Remove the bookmark" @click=${() => this.#remove(place)}>
        ${icon('remove')}
      </button>
      <textarea
        rows="1"
        dir="auto"
        aria-label="Note on ${name}"
        placeholder="A note of your own"
        maxlength=${longestNote}
        data-path="/marks/${place}"
        .value=${live(mark.note)}
        @input=${(event: Event) => this.#note(place, (event.target as HTMLTextAreaElement).value)}
        @blur=${() => session.store.seal()}
      ></textarea>
    </li>`;
  }

  #cursorOf(mark: Bookmark): number {
    const { analysis } = this.session;
    if (this.#found?.analysis !== analysis) this.#found = { analysis, cursors: new Map() };
    const { cursors } = this.#found;
    const cursor = cursors.get(mark) ?? cursorOf(mark, analysis);
    cursors.set(mark, cursor);
    return cursor;
  }

  async #add(): Promise<void> {
    const { session } = this;
    const { analysis, cursor } = session;
    if (!analysis.trace) return;
    const mark = bookmarkAt(analysis, analysis.trace, cursor);
    session.edit(addBookmark(mark));
    const place = marksOf(session.store.document).bookmarks.indexOf(mark);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-path="/marks/${place}"]`)?.focus();
  }

  #remove(place: number): void {
    this.session.spoken = { text: 'The bookmark is removed.' };
    this.session.edit(removeBookmark(place));
    // Its button is gone.
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  /** A burst of typing is one edit, applied to what was there before it: so all of the note each time. */
  #note(place: number, note: string): void {
    this.session.edit(noteBookmark(place, note));
  }
}

customElements.define('book-marks', BookMarks);
