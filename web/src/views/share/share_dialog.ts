/** Ways to hand the pipeline on. Loaded when it is asked for. */
import { css, html, nothing } from 'lit';
import { isLarge } from '../../engine/size';
import { linkOf, longestLink } from '../../formats/link';
import { grouped } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { closeOnBackdrop, dialogs } from '../dialogs';
import { icon } from '../icons';
import { moreIcon } from '../more_icons';
import { savePipeline } from '../save_pipeline';
import { View } from '../view';
import './embed_section';

export class ShareDialog extends View {
  static override properties = {
    ...View.properties,
    link: { state: true },
    isTooLarge: { state: true },
    said: { state: true },
  };
  static override styles = [
    base,
    controls,
    dialogs,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        margin: var(--s2) 0;
      }
      .row input {
        flex: 1 1 200px;
        min-width: 0;
      }
    `,
  ];

  /** The address of the moment at which the dialog was opened; null while it is being made. */
  declare link: string | null;
  declare isTooLarge: boolean;
  /** What came of copying. */
  declare said: string;

  constructor() {
    super();
    this.link = null;
    this.isTooLarge = false;
    this.said = '';
  }

  async show(): Promise<void> {
    const { session } = this;
    session.player.pause();
    this.link = null;
    this.said = '';
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    const { definition } = session.analysis;
    // A large one is not even tried: it would hold up the page in vain.
    this.isTooLarge = isLarge(definition);
    if (this.isTooLarge) return;
    const hash = await linkOf({
      definition,
      mode: session.film ? 'run' : 'trace',
      cursor: session.cursor,
      rules: session.store.document.rules,
    });
    this.link = location.href.split('#')[0] + hash;
    this.isTooLarge = this.link.length > longestLink;
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @click=${closeOnBackdrop}>
      <div class="top">
        <h2 id="heading">Share this pipeline</h2>
        <form method="dialog"><button>Close</button></form>
      </div>
      <h3>As a link</h3>
      ${this.#linkTemplate()}
      <h3>As a file</h3>
      <p class="soft">Whoever gets it opens it with “Open a file…” or drops it on this page.</p>
      <p class="row">
        <button @click=${() => savePipeline(this.session)}>${icon('save')} Download the file</button>
      </p>
      <h3>In another page</h3>
      <embed-section
        .session=${this.session}
        .hash=${this.isTooLarge || this.link === null ? null : new URL(this.link).hash}
      ></embed-section>
    </dialog>`;
  }

  #linkTemplate() {
    const { link, session } = this;
    if (this.isTooLarge) {
      return html`<p role="status">
        This pipeline is too large for a link: many programs cut links off after
        ${grouped(longestLink)} characters. Share the file instead.
      </p>`;
    }
    const { length } = session;
    return html`
      <p class="soft">
        ${
          length > 0
            ? html`It opens this pipeline at event ${grouped(session.cursor + 1)} of
              ${grouped(length)}.`
            : nothing
        }
        The whole pipeline is in the link; nothing is stored anywhere else.
        ${location.protocol === 'file:' ? 'This page is a file, so the link works only where that file is.' : nothing}
      </p>
      <div class="row">
        <input type="text" readonly aria-label="Link" .value=${link ?? ''} @focus=${this.#mark} />
        <button class="primary" aria-disabled=${link === null} @click=${this.#copy}>
          ${moreIcon('share')} Copy link to this moment
        </button>
      </div>
      <p role="status" class="small">
        ${this.said || (link === null ? 'Making the link …' : `${grouped(link.length)} characters.`)}
      </p>
    `;
  }

  #mark(event: FocusEvent): void {
    (event.target as HTMLInputElement).select();
  }

  async #copy(): Promise<void> {
    if (this.link === null) return;
    try {
      await navigator.clipboard.writeText(this.link);
      this.said = 'Copied. Paste it where you like.';
    } catch {
      this.renderRoot.querySelector('input')?.focus();
      this.said = 'This browser does not let the page copy. The link is marked: copy it yourself.';
    }
  }
}

customElements.define('share-dialog', ShareDialog);
