/** A message about what just happened; it stays until the next edit or until it is closed. */
import { css, html } from 'lit';
import { base, controls } from '../styles/shared';
import { icon } from './icons';
import { loadPart } from './load_part';
import { StillView } from './view';

export class NoticeBar extends StillView {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: fixed;
        z-index: 2;
        inset: auto 0 calc(var(--bar) + var(--s3));
        display: grid;
        place-items: center;
        pointer-events: none;
      }
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s3);
        max-width: min(640px, calc(100vw - 2 * var(--s3)));
        padding: var(--s1) var(--s1) var(--s1) var(--s4);
        border: 1px solid var(--edge);
        border-radius: var(--round);
        background: var(--surface);
        box-shadow: 0 2px 10px rgb(0 0 0 / 18%);
        pointer-events: auto;
      }
      span {
        flex: 1 1 11em;
      }
      button {
        flex: none;
      }
      button.link {
        white-space: nowrap;
      }
    `,
  ];

  static override properties = { ...StillView.properties, changeOver: { state: true } };

  /** Changes over to a newer version of the page; null while there is none or it is put off. */
  declare changeOver: (() => void) | null;

  constructor() {
    super();
    this.changeOver = null;
  }

  protected override firstUpdated(): void {
    void import('../offline/updates').then(({ watchForUpdates }) =>
      watchForUpdates((changeOver) => {
        this.changeOver = changeOver;
      }),
    );
  }

  override render() {
    const { session } = this;
    const { notice } = session;
    return html`<div role="status">
      ${this.changeOver ? this.#updateTemplate(this.changeOver) : ''}
      ${
        notice
          ? html`<div class="notice">
              <span>${notice.text}</span>
              ${notice.canUndo ? html`<button class="link" @click=${() => session.undo()}>Undo</button>` : ''}
              ${notice.canReload ? html`<button class="link" @click=${() => location.reload()}>Reload the page</button>` : ''}
              ${notice.canReload ? html`<button class="link" @click=${this.#download}>Download your work</button>` : ''}
              ${
                notice.offer
                  ? html`<button class="link" @click=${notice.offer.act}>${notice.offer.name}</button>`
                  : ''
              }
              <button class="quiet" aria-label="Close this message" @click=${() => session.closeNotice()}>
                ${icon('remove')}
              </button>
            </div>`
          : ''
      }
    </div>`;
  }
  readonly #download = async (): Promise<void> => {
    const saving = await loadPart(this.session, () => import('./save_pipeline'));
    await saving?.savePipeline(this.session);
  };

  #updateTemplate(changeOver: () => void) {
    return html`<div class="notice">
      <span>A new version is ready.</span>
      <button class="link" @click=${changeOver}>Reload now</button>
      <button
        class="quiet"
        @click=${() => {
          this.changeOver = null;
        }}
      >
        Later
      </button>
    </div>`;
  }
}
