/** The bar under the picture: what can be done with the step, or the dependency, that is chosen in it. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Analysis } from '../../../state/analysis';
import type { Dependency } from '../../../state/document';
import { dependencyInWords } from '../../../state/step_edits';
import { clipped, quoted } from '../../../state/words';
import { base, controls } from '../../../styles/shared';
import { icon } from '../../icons';
import { doingButtons } from '../../run/doings';
import { StillView } from '../../view';
import { menuStyles, wear } from '../lively_styles';
import type { Scene } from '../scene';
import { Editing } from './editing';
import { Hands } from './hands';
import { KeptFocus } from './kept_focus';
import { layerStyles } from './layer';
import { bringToSight, placeOver } from './placing';
import { toolsStyles } from './styles';

/** More dependencies than these are found in the table. */
const mostListed = 40;

/** The picture that is edited. */
interface Picture extends HTMLElement {
  readonly region: HTMLElement | null;
  readonly direction: 'right' | 'down';
}

export class StepTools extends StillView {
  static override properties = {
    ...StillView.properties,
    picture: { attribute: false },
    scene: { attribute: false },
  };
  static override styles = [base, controls, menuStyles, toolsStyles];

  declare picture: Picture;
  declare scene: Scene | null;
  #editing: Editing | null = null;
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
    this.#now.follow();
  }
  get #now(): Editing {
    this.#editing ??= new Editing(this.session, () => this.requestUpdate());
    return this.#editing;
  }

  override render() {
    const { connecting, picked, renaming } = this.#now;
    const first = connecting !== null || picked ? 'first' : '';
    return html`
      <div class="bar">
        <div class="row" role="group" aria-label="Edit the picture">
          ${this.#buttons}
          <span class="said ${first}" role="status">${this.#sentence}</span>
        </div>
      </div>
      ${renaming === null ? nothing : this.#renameTemplate(renaming)}
    `;
  }

  get #buttons(): TemplateResult | typeof nothing {
    const editing = this.#now;
    const { connecting, picked, chosen, renaming } = editing;
    if (renaming !== null) return nothing;
    if (picked) {
      return html`<button id="unjoin" title="Remove (Delete)" @click=${() => this.#act(() => editing.removePicked())}>
          Remove this dependency
        </button>
        <button class="quiet" @click=${this.#back}>${connecting === null ? 'Close' : 'Keep it'}</button>`;
    }
    if (connecting !== null) return html`<button @click=${this.#back}>Done</button>`;
    if (chosen !== null) return this.#stepButtons(editing, chosen);
    return html`<button class="quiet" title="Add a step (Insert)" @click=${() => editing.add()}>
        ${icon('add')} Add a step
      </button>
      ${editing.said ? nothing : html`<span class="soft small">Choose a step to ${this.session.film ? 'make it fail' : 'edit it'}.</span>`}`;
  }

  #stepButtons(editing: Editing, step: string) {
    const around = editing.around(step);
    const more = around.length - mostListed;
    return html`<bdi class="step mono" title=${clipped(step)}>${clipped(step)}</bdi>
      ${
        this.session.film
          ? html`<button popovertarget="doings">Make it fail ${icon('open')}</button>
              <div popover id="doings" class="menu" @click=${this.#done}>
                ${doingButtons(this.session, this.session.chosen ?? -1, 'quiet')}
              </div>`
          : nothing
      }
      <button title="Rename (F2)" @click=${() => editing.rename(step)}>Rename</button>
      <button @click=${() => this.#act(() => editing.connect(step))}>Depends on…</button>
      <button @click=${() => editing.add(step)}>Add a step after it</button>
      <button popovertarget="list" ?hidden=${around.length === 0}>Dependencies ${icon('open')}</button>
      <div popover id="list" class="menu">
        ${around.slice(0, mostListed).map(
          (dependency) => html`<button class="quiet" @click=${() => this.#pick(dependency)}>
            ${dependencyInWords(dependency)}
          </button>`,
        )}
        ${more > 0 ? html`<p class="soft small">${more} more are in the table of steps.</p>` : nothing}
      </div>
      <button title="Remove (Delete)" @click=${() => this.#act(() => editing.remove(step))}>Remove</button>`;
  }

  readonly #done = (event: Event): void => (event.currentTarget as HTMLElement).hidePopover();

  get #sentence(): string {
    const { connecting, picked, renaming, said } = this.#now;
    if (renaming !== null) return 'Type the name. Enter takes it, Escape leaves the old one.';
    if (connecting === null || picked) return said;
    const which = said ? `${said} Choose another` : 'Choose the';
    return `${which} step that ${quoted(connecting)} depends on; Escape ends.`;
  }

  #renameTemplate(step: string) {
    if (!this.#buttonOf(step)) return nothing;
    const { problem } = this.#now;
    return html`<div class="rename">
      <input
        type="text"
        aria-label="New name of '${step}'"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby="problem"
        autocomplete="off"
        spellcheck="false"
        autocapitalize="off"
        .value=${step}
        @keydown=${this.#nameKey}
        @blur=${this.#leaveName}
      />
      <p id="problem" role="alert" class="complaint" ?hidden=${!problem}>${problem}</p>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const { region } = this.picture;
    const { scene } = this;
    const { connecting, picked, chosen, renaming, said } = this.#now;
    this.toggleAttribute('busy', Boolean(connecting ?? picked ?? chosen ?? said));
    if (!scene || !region || !this.isConnected) return;
    if (changed.has('scene') || !this.#hands) this.#meet(scene, region);
    region.classList.toggle('connecting', connecting !== null);
    this.#hands?.showHandle();
    const layer = this.#hands?.layer;
    layer?.showSubject(scene.boxOf(this.#placeOf(connecting)));
    layer?.showPicked(picked && scene.lineOf(this.#placeOf(picked.from), this.#placeOf(picked.to)));
    if (renaming !== null) this.#startTyping(renaming, region);
  }

  /** Takes over the picture as it is drawn now. */
  #meet(scene: Scene, region: HTMLElement): void {
    wear(this.picture.shadowRoot, layerStyles);
    this.#hands?.leave();
    const { direction } = this.picture;
    const nameOf = (step: number) => this.#drawn?.nameOf(step) ?? '';
    const key = (key: string, step: number | null) =>
      this.#key(key, step === null ? null : nameOf(step));
    this.#hands = new Hands({ region, scene, direction, editing: this.#now, nameOf, key });
    this.#focus.meet(region, (name) => this.#buttonOf(name), nameOf);
  }
  #placeOf(name: string | null): number {
    return name === null ? -1 : (this.#drawn?.indexOf(name) ?? -1);
  }
  #buttonOf(name: string): SVGElement | null {
    return this.scene?.buttonOf(this.#placeOf(name)) ?? null;
  }

  /** A key in the picture, where the keyboard may be at a step. */
  #key(key: string, step: string | null): boolean {
    const editing = this.#now;
    const { connecting, picked, chosen } = editing;
    const isDelete = key === 'Delete' || key === 'Backspace';
    const at = step ?? chosen;
    if (key === 'Escape' && (picked || connecting !== null)) this.#back();
    else if (isDelete && picked) this.#act(() => editing.removePicked());
    else if (connecting !== null) {
      if (step === null || (key !== 'Enter' && key !== ' ')) return false;
      editing.connectTo(step);
    } else if (key === 'Insert') editing.add();
    else if (at === null) return false;
    else if (key === 'F2') editing.rename(at);
    else if (isDelete && at === chosen) this.#act(() => editing.remove(at));
    else return false;
    return true;
  }
  /** Escape leads back wherever the keyboard is, and Delete removes what the bar is about. */
  readonly #pageKey = (event: KeyboardEvent): void => {
    const { picked } = this.#now;
    const isOurs = event.key === 'Escape' || (picked && event.composedPath().includes(this));
    if (isOurs && !event.defaultPrevented && this.#key(event.key, null)) event.preventDefault();
  };

  /** Does something after which the keyboard belongs to the step that it was about. */
  #act(act: () => void): void {
    act();
    const { connecting, chosen } = this.#now;
    this.#focus.to(connecting ?? chosen);
  }
  readonly #back = (): void => this.#act(() => this.#now.back());

  async #pick(dependency: Dependency): Promise<void> {
    this.#now.pick(dependency);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#unjoin')?.focus();
  }

  #startTyping(step: string, region: HTMLElement): void {
    const field = this.renderRoot.querySelector<HTMLElement>('.rename');
    const button = this.#buttonOf(step);
    if (!field || !button) return;
    const input = field.querySelector('input');
    // A new drawing may have it elsewhere.
    const follow = () => {
      if (!field.isConnected) return;
      placeOver(field, this.#buttonOf(step) ?? button, region);
      requestAnimationFrame(follow);
    };
    if (field.style.width) return;
    const bar = this.renderRoot.querySelector('.bar');
    if (bar) bringToSight(button, region, bar);
    follow();
    input?.select();
    input?.focus({ preventScroll: true });
  }
  readonly #nameKey = (event: KeyboardEvent): void => {
    const editing = this.#now;
    const { value } = event.currentTarget as HTMLInputElement;
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#act(() => editing.endRenaming());
    if (event.key === 'Enter') editing.takeName(value);
    if (event.key === 'Enter' && editing.renaming === null) this.#focus.to(value);
  };
  // Whoever goes on elsewhere means what was typed, unless it cannot be.
  readonly #leaveName = (event: FocusEvent): void => {
    const editing = this.#now;
    editing.takeName((event.currentTarget as HTMLInputElement).value);
    editing.endRenaming();
  };
}
