/** The bar under the picture: what can be done with the step, or the dependency, that is chosen in it. */
import { html, nothing, type PropertyValues } from 'lit';
import type { Analysis } from '../../../state/analysis';
import type { Dependency } from '../../../state/document';
import type { Session } from '../../../state/session';
import { dependencyInWords } from '../../../state/step_edits';
import { clipped, quoted } from '../../../state/words';
import { base, controls } from '../../../styles/shared';
import { icon } from '../../icons';
import { View } from '../../view';
import type { Scene } from '../scene';
import { Editing } from './editing';
import { Hands } from './hands';
import { KeptFocus } from './kept_focus';
import { layerStyles } from './layer';
import { toolsStyles } from './styles';

/** More dependencies than these are found in the table. */
const mostListed = 40;

/** The picture that is edited. */
interface Picture extends HTMLElement {
  readonly region: HTMLElement | null;
  readonly direction: 'right' | 'down';
}

export class StepTools extends View {
  static override properties = {
    ...View.properties,
    picture: { attribute: false },
    scene: { attribute: false },
  };
  static override styles = [base, controls, toolsStyles];

  declare picture: Picture;
  declare scene: Scene | null;
  #of: Session | null = null;
  #editing!: Editing;
  /** What the scene was drawn of: its steps' places are those in there. */
  #drawn: Analysis | null = null;
  #hands: Hands | null = null;
  readonly #focus = new KeptFocus();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#pageKey);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#pageKey);
    this.#hands?.leave();
    this.#hands = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('scene')) this.#drawn = this.session.analysis;
    if (this.#of !== this.session) {
      this.#of = this.session;
      this.#editing = new Editing(this.session, () => this.requestUpdate());
    }
    this.#editing.follow();
  }

  override render() {
    const { connecting, picked, chosen, renaming } = this.#editing;
    const buttons =
      renaming !== null
        ? nothing
        : picked
          ? this.#pickedButtons(connecting)
          : connecting !== null
            ? this.#connectingButtons()
            : chosen !== null
              ? this.#stepButtons(chosen)
              : this.#idleButtons();
    return html`
      <div class="bar" @keydown=${this.#barKey}>
        <div class="row" role="group" aria-label="Edit the picture">
          ${buttons}
          <span class="said ${connecting !== null || picked ? 'first' : ''}" role="status">${this.#sentence}</span>
        </div>
      </div>
      ${renaming === null ? nothing : this.#renameTemplate(renaming)}
    `;
  }

  get #sentence(): string {
    const { connecting, picked, renaming, said } = this.#editing;
    if (renaming !== null) return 'Type the name. Enter takes it, Escape leaves the old one.';
    if (connecting === null || picked) return said;
    const which = said ? `${said} Choose another` : 'Choose the';
    return `${which} step that ${quoted(connecting)} depends on; Escape ends.`;
  }

  #idleButtons() {
    return html`<button class="quiet" title="Add a step (Insert, or twice on the ground)" @click=${() => this.#editing.add()}>
        ${icon('add')} Add a step
      </button>
      ${this.#editing.said ? nothing : html`<span class="soft small">Choose a step to edit it.</span>`}`;
  }

  #stepButtons(step: string) {
    const editing = this.#editing;
    const around = editing.around(step);
    return html`<bdi class="step mono" title=${clipped(step)}>${clipped(step)}</bdi>
      <button title="Rename (F2)" @click=${() => editing.rename(step)}>Rename</button>
      <button @click=${() => this.#connect(step)}>Depends on…</button>
      <button @click=${() => editing.add(step)}>Add a step after it</button>
      ${around.length > 0 ? this.#listTemplate(around) : nothing}
      <button title="Remove (Delete)" @click=${() => this.#remove(step)}>Remove</button>`;
  }

  #listTemplate(around: readonly Dependency[]) {
    return html`<button popovertarget="list">Dependencies ${icon('open')}</button>
      <div popover id="list" class="menu">
        ${around.slice(0, mostListed).map(
          (dependency) => html`<button class="quiet" @click=${() => this.#pick(dependency)}>
            ${dependencyInWords(dependency)}
          </button>`,
        )}
        ${
          around.length > mostListed
            ? html`<p class="soft small">${around.length - mostListed} more are in the table of steps.</p>`
            : nothing
        }
      </div>`;
  }

  #pickedButtons(connecting: string | null) {
    return html`<button id="unjoin" title="Remove this dependency (Delete)" @click=${() => this.#removePicked()}>
        Remove this dependency
      </button>
      <button class="quiet" @click=${() => this.#unpick()}>
        ${connecting === null ? 'Close' : 'Keep it'}
      </button>`;
  }
  #connectingButtons() {
    return html`<button @click=${() => this.#endConnecting()}>Done</button>`;
  }

  #renameTemplate(step: string) {
    const over = this.scene?.buttonOf(this.#indexOf(step));
    const { region } = this.picture;
    if (!over || !region) return nothing;
    return html`<rename-field
      .name=${step}
      .over=${over}
      .within=${region}
      .check=${(name: string) => this.#editing.nameProblem(name)}
      .done=${(name: string | null, byKey: boolean) => this.#endRenaming(name, byKey)}
    ></rename-field>`;
  }

  protected override updated(changed: PropertyValues): void {
    const { region } = this.picture;
    const { scene } = this;
    const { connecting, picked, chosen, renaming, said } = this.#editing;
    const busy = connecting ?? picked ?? chosen ?? said;
    this.toggleAttribute('busy', Boolean(busy));
    if (!scene || !region) return;
    if (changed.has('scene') || !this.#hands) this.#meet(scene, region);
    region.classList.toggle('connecting', connecting !== null);
    this.#hands?.showHandle();
    this.#hands?.layer.showSubject(scene.boxOf(this.#indexOf(connecting)));
    const line = picked && scene.lineOf(this.#indexOf(picked.from), this.#indexOf(picked.to));
    this.#hands?.layer.showPicked(line);
    if (renaming !== null && changed.has('scene')) {
      this.#bringToSight(scene.buttonOf(this.#indexOf(renaming)), region);
    }
  }

  /** Neither outside the region nor under this bar. */
  #bringToSight(step: Element | null, region: Element): void {
    if (!step) return;
    const box = step.getBoundingClientRect();
    const room = region.getBoundingClientRect();
    const bottom = this.renderRoot.querySelector('.bar')?.getBoundingClientRect().top ?? 0;
    const isIn =
      box.left >= room.left && box.right <= room.right && box.top >= Math.max(0, room.top);
    if (!isIn || box.bottom > bottom) step.scrollIntoView({ block: 'center', inline: 'center' });
  }
  readonly #indexOf = (name: string | null): number =>
    name === null ? -1 : (this.#drawn?.indexOf(name) ?? -1);

  /** Takes over the picture as it is drawn now. */
  #meet(scene: Scene, region: HTMLElement): void {
    const root = this.picture.shadowRoot;
    const sheet = layerStyles.styleSheet;
    if (root && sheet && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    this.#hands?.leave();
    this.#hands = new Hands(region, scene, this.picture.direction, this.#intents);
    this.#focus.meet(region, (name) => scene.buttonOf(this.#indexOf(name)), this.#nameOf);
  }
  readonly #nameOf = (step: number) => this.#drawn?.nameOf(step) ?? '';

  readonly #intents = this.#makeIntents();
  #makeIntents() {
    const tools = this;
    return {
      get isConnecting() {
        return tools.#editing.connecting !== null;
      },
      get chosen() {
        return tools.session.chosen;
      },
      connectTo(step: number) {
        const { connecting } = tools.#editing;
        if (connecting !== null) tools.#editing.join({ from: tools.#nameOf(step), to: connecting });
      },
      join(from: number, to: number) {
        tools.#editing.join({ from: tools.#nameOf(from), to: tools.#nameOf(to) });
      },
      pick(from: number, to: number) {
        tools.#editing.pick({ from: tools.#nameOf(from), to: tools.#nameOf(to) });
      },
      unpick() {
        tools.#editing.pick(null);
      },
      rename(step: number) {
        tools.#renameAt(step);
      },
      add() {
        tools.#editing.add();
      },
      key(event: KeyboardEvent, step: number | null) {
        return tools.#key(event, step);
      },
    };
  }

  /** A key in the picture; `step` is where the keyboard is. */
  #key({ key }: KeyboardEvent, step: number | null): boolean {
    const editing = this.#editing;
    const { chosen, connecting } = editing;
    if (connecting !== null && step !== null && (key === 'Enter' || key === ' ')) {
      editing.join({ from: this.#nameOf(step), to: connecting });
      return true;
    }
    if (key === 'Insert') {
      editing.add();
      return true;
    }
    if (key === 'F2' && step !== null) {
      this.#renameAt(step);
      return true;
    }
    if (key === 'Escape') return this.#escape();
    if (key !== 'Delete' && key !== 'Backspace') return false;
    const isThere = step === null || this.#nameOf(step) === chosen;
    if (editing.picked) this.#removePicked();
    else if (chosen !== null && connecting === null && isThere) this.#remove(chosen);
    else return false;
    return true;
  }
  #escape(): boolean {
    if (this.#editing.picked) this.#unpick();
    else if (this.#editing.connecting !== null) this.#endConnecting();
    else return false;
    return true;
  }
  /** Escape ends choosing wherever the keyboard is. */
  readonly #pageKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#editing?.connecting) return;
    if (this.#escape()) event.preventDefault();
  };
  readonly #barKey = (event: KeyboardEvent): void => {
    if (event.target instanceof Element && event.target.closest('[popover]')) return;
    const isDelete = event.key === 'Delete' || event.key === 'Backspace';
    if (isDelete && this.#editing.picked) this.#removePicked();
    else if (event.key !== 'Escape') return;
    else if (!this.#escape()) {
      const { chosen } = this.#editing;
      this.session.choose(null);
      this.#focus.to(chosen);
    }
    event.preventDefault();
  };

  #renameAt(step: number): void {
    const name = this.#nameOf(step);
    this.session.choose(name);
    this.#editing.rename(name);
  }
  #connect(step: string): void {
    this.#editing.connect(step);
    this.#focus.to(step);
  }
  #endConnecting(): void {
    const { connecting } = this.#editing;
    this.#editing.endConnecting();
    this.#focus.to(connecting);
  }
  async #pick(dependency: Dependency): Promise<void> {
    this.#editing.pick(dependency);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#unjoin')?.focus();
  }
  #unpick(): void {
    const { connecting, chosen } = this.#editing;
    this.#editing.pick(null);
    this.#focus.to(connecting ?? chosen);
  }
  #removePicked(): void {
    const { connecting, chosen } = this.#editing;
    this.#editing.removePicked();
    this.#focus.to(connecting ?? chosen);
  }
  #remove(step: string): void {
    this.#editing.remove(step);
    this.#focus.to(null);
  }
  #endRenaming(name: string | null, byKey: boolean): void {
    const step = name ?? this.#editing.renaming;
    this.#editing.endRenaming(name);
    if (byKey) this.#focus.to(step);
  }
}
