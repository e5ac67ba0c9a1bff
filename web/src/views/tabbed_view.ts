/** A part of the page with panels behind tabs; each is loaded when it is chosen, and the last one is remembered. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../state/session';
import { base, controls, tabs } from '../styles/shared';
import { loadPart } from './load_part';
import { remember, remembered } from './remembered';
import { StillView } from './view';

/** Shows a panel; it is drawn again whenever the tab is chosen, and its component follows the session by itself. */
export type Show = (session: Session) => TemplateResult;

export interface Panel {
  id: string;
  label: string;
  load(): Promise<{ show: Show }>;
}

export abstract class TabbedView extends StillView {
  static override properties = { ...StillView.properties, shown: { state: true } };
  static override styles = [
    base,
    controls,
    tabs,
    css`
      h2 {
        font-size: var(--large);
      }
      /* What stands below keeps its place from one panel to the next, and while the first is on its way. */
      [role='tabpanel'] {
        min-height: 420px;
      }
    `,
  ];

  /** What the learner's choice is remembered by. */
  protected abstract readonly key: string;
  protected abstract readonly heading: string;
  protected abstract readonly panels: readonly Panel[];
  declare shown: { panel: Panel; show: Show } | null;
  /** The panel asked for last, which may still be on its way. */
  #wanted: Panel | null = null;

  constructor() {
    super();
    this.shown = null;
  }

  protected override firstUpdated(): void {
    if (this.#wanted || this.shown) return;
    const id = remembered(this.key);
    const panel = this.panels.find((one) => one.id === id) ?? this.panels[0];
    if (panel) void this.#choose(panel, false);
  }

  /** Opens the panel of this id, as if its tab had been pressed. */
  async open(id: string): Promise<void> {
    const panel = this.panels.find((one) => one.id === id);
    if (panel) await this.#choose(panel, true);
  }

  override render() {
    const { shown } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${this.heading}</h2>
      ${this.intro()}
      <div role="tablist" aria-labelledby="heading" @keydown=${this.#keyed}>
        ${this.panels.map((panel, at) => this.#tab(panel, shown ? panel === shown.panel : at === 0))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby=${shown ? `tab-${shown.panel.id}` : nothing}>
        ${shown?.show(this.session)}
      </div>
    </section>`;
  }

  /** Stands above the tabs. */
  protected intro(): unknown {
    return nothing;
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
    const last = this.panels.length - 1;
    const at = this.panels.findIndex((panel) => panel === (this.#wanted ?? this.shown?.panel));
    const to = {
      ArrowLeft: at <= 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    }[event.key];
    const panel = this.panels[to ?? -1];
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
    remember(this.key, panel.id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${panel.id}`)?.focus();
  }
}
