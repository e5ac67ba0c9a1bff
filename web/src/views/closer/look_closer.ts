/** Below the figure: other ways to look at its trace, each behind a tab of its own. */
import { css, html, nothing } from 'lit';
import { base, controls } from '../../styles/shared';
import { loadPart } from '../load_part';
import { View } from '../view';
import { type Panel, panels, type Show } from './panels';
import { rememberedTab, rememberTab } from './remembered';

export class LookCloser extends View {
  static override properties = { ...View.properties, shown: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      h2 {
        font-size: var(--large);
      }
      [role='tablist'] {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s1);
        margin: var(--s1) 0 var(--s3);
        border-bottom: 1px solid var(--rule);
      }
      [role='tab'] {
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 0;
        background: none;
      }
      [aria-selected='true'] {
        border-color: var(--accent);
        font-weight: var(--strong);
      }
      /* What stands below keeps its place from one panel to the next, and while the first is on its way. */
      [role='tabpanel'] {
        min-height: 420px;
      }
      @media (forced-colors: active) {
        [aria-selected='true'] {
          border-color: Highlight;
        }
      }
    `,
  ];

  declare shown: { panel: Panel; show: Show } | null;
  /** The panel asked for last, which may still be on its way. */
  #wanted: Panel | null = null;

  constructor() {
    super();
    this.shown = null;
  }

  protected override firstUpdated(): void {
    const id = rememberedTab();
    const panel = panels.find((one) => one.id === id) ?? panels[0];
    if (panel) void this.#choose(panel, false);
  }

  /** Opens the panel of this id, as if its tab had been pressed. */
  async open(id: string): Promise<void> {
    const panel = panels.find((one) => one.id === id);
    if (panel) await this.#choose(panel, true);
  }

  override render() {
    const { shown } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">Look closer</h2>
      <div role="tablist" aria-labelledby="heading" @keydown=${this.#keyed}>
        ${panels.map((panel, at) => this.#tab(panel, shown ? panel === shown.panel : at === 0))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby=${shown ? `tab-${shown.panel.id}` : nothing}>
        ${shown?.show(this.session)}
      </div>
    </section>`;
  }

  #tab(panel: Panel, chosen: boolean) {
    return html`<button
      role="tab"
      id="tab-${panel.id}"
      aria-selected=${chosen}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.#choose(panel, true)}
    >
      ${panel.label}
    </button>`;
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const last = panels.length - 1;
    const at = panels.findIndex((panel) => panel === (this.#wanted ?? this.shown?.panel));
    const to = {
      ArrowLeft: at <= 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    }[event.key];
    const panel = panels[to ?? -1];
    if (!panel) return;
    event.preventDefault();
    void this.#choose(panel, true);
  };

  async #choose(panel: Panel, byHand: boolean): Promise<void> {
    this.#wanted = panel;
    const part = await loadPart(this.session, () => panel.load());
    if (this.#wanted !== panel) return;
    this.#wanted = null;
    if (!part) return;
    this.shown = { panel, show: part.show };
    if (!byHand) return;
    rememberTab(panel.id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${panel.id}`)?.focus();
  }
}
