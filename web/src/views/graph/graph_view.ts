/** The pipeline as a picture: its steps in tiers, its dependencies as curves, and the state of the trace on all of them. */
import { html, nothing, type PropertyValues } from 'lit';
import type { Analysis } from '../../state/analysis';
import type { Frame } from '../../state/frame';
import { clipped, counted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { afterPaint, afterRender } from '../after_render';
import { View } from '../view';
import { Arrangement } from './arrangement';
import { Camera } from './camera';
import type { Box, Drawing } from './drawing';
import { legend } from './legend';
import { invitation, obstacle } from './messages';
import type { Minimap } from './minimap';
import { foldAt, stepAt } from './places';
import type { Scene } from './scene';
import { graphStyles } from './styles';
import type { Tool } from './tools';
import type { Size } from './viewport';

type Interaction = typeof import('./interaction');

/** Below this width tiers run from top to bottom. */
const narrowBelow = 620;
const zoomStep = 1.25;

export class GraphView extends View {
  static override properties = {
    ...View.properties,
    room: { state: true },
  };
  static override styles = [base, controls, states, graphStyles];

  declare room: Size;
  region: HTMLElement | null = null;
  minimap: Minimap | null = null;
  readonly #camera = new Camera(this);
  #arrangement: Arrangement | null = null;
  #interaction: Interaction | null = null;
  #relatives: { analysis: Analysis; chosen: number; bits: Uint8Array } | null = null;
  #stop = -1;
  #followed = 0;
  /** Whether the event's step was not in the picture, which may be drawn anew around it. */
  #missed = false;
  #shown: { analysis: Analysis; cursor: number; drawing: Drawing; map: Minimap | null } | null =
    null;
  readonly #observer = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {};
    const room = { width: Math.floor(width), height: Math.floor(height) };
    if (room.width !== this.room.width || room.height !== this.room.height) this.room = room;
  });

  constructor() {
    super();
    this.room = { width: 0, height: 0 };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.region = null;
  }

  /** The step's box on the screen; null when it is not drawn. */
  rectOf(step: number): DOMRect | null {
    return this.scene?.buttonOf(step)?.getBoundingClientRect() ?? null;
  }

  use(tool: Tool): void {
    const camera = this.#camera;
    if (tool === 'in') camera.zoom(zoomStep);
    if (tool === 'out') camera.zoom(1 / zoomStep);
    if (tool === 'actual') camera.zoom(1 / camera.view.scale);
    if (tool === 'fit') camera.fit();
    if (tool === 'tidy') {
      this.#arrangement?.tidy();
      camera.reset();
      this.requestUpdate();
    }
    if (tool === 'svg' || tool === 'png') void this.#save(tool);
  }

  override render() {
    const { analysis, frame, store } = this.session;
    if (analysis.definition.steps.length === 0 || !frame) {
      this.#arrangement?.clear();
      return frame
        ? invitation(() => this.#ask('add-step'))
        : obstacle(analysis, store.definition, (at) => this.#ask('show-field', at));
    }
    if (this.room.width > 0) this.#arrange(analysis, frame);
    return html`
      ${this.#arrangement?.isPart ? this.#scope(analysis, frame) : nothing}
      <div
        class="region"
        role="region"
        aria-label="Graph of the pipeline"
        tabindex="0"
        data-scrolls
        @keydown=${this.#key}
        @click=${this.#click}
        @scroll=${() => this.#camera.noteScroll()}
        @focusin=${this.#focused}
        @focusout=${() => this.#tellWhole(null)}
        @pointerover=${(event: Event) => this.#tellWhole(event.target)}
      >
        ${this.scene?.svg ?? html`<p class="soft arranging">Arranging the steps …</p>`}
      </div>
      <div class="over">${this.minimap?.svg}<span class="whole mono" role="tooltip" hidden></span></div>
      ${
        this.session.presenting
          ? nothing
          : html`<step-tools .session=${this.session} .picture=${this} .scene=${this.scene}></step-tools>`
      }
      <div class="foot">
        ${legend(analysis.back.length > 0, this.session.film !== null)}
        <div class="tools">${this.#interaction?.tools(this.#camera.scale, (tool) => this.use(tool))}</div>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#meetRegion();
    const { analysis, frame, cursor, chosen } = this.session;
    const scene = this.scene;
    if (!frame || !scene || this.room.width === 0) {
      this.#shown = null;
      return;
    }
    // Until the new layout is there the picture of the pipeline before stays as it was.
    if (!this.#arrangement?.shows(analysis)) return;
    const before = this.#shown;
    this.#shown = { analysis, cursor, drawing: scene.drawing, map: this.minimap };
    // In a run what matters is how all the others fare.
    const relatives = frame.attempts ? null : this.#relativesOf(analysis, chosen);
    scene.show({ frame, chosen, relatives, cycles: this.#arrangement.cycles });
    const { minimap } = this;
    if (before?.map === minimap) {
      // The picture answers first, and by then another frame may have come, of another trace even.
      afterPaint(() => this.session.frame === frame && minimap?.showStates(frame));
    } else {
      minimap?.showStates(frame);
      this.#camera.size(scene.drawing);
      this.#camera.showWindow();
    }
    if (before?.drawing !== scene.drawing || changed.has('room')) {
      const steps = [frame.about, chosen, this.#stop];
      this.#camera.take(before?.drawing ?? null, scene.drawing, steps);
    }
    if (before?.drawing !== scene.drawing) {
      const first = scene.drawing.boxes[0]?.step ?? -1;
      this.#setStop(scene.boxOf(this.#stop) ? this.#stop : first);
    }
    this.#want(`${this.#camera.wantedHeight(scene.drawing)}px`);
    if (before?.analysis === analysis && (before.cursor !== cursor || this.#missed)) {
      this.#follow(scene, frame, before.cursor);
    }
  }

  get scene(): Scene | null {
    return this.#arrangement?.scene ?? null;
  }
  get #drawing(): Drawing | null {
    return this.#arrangement?.drawing ?? null;
  }
  get direction(): 'right' | 'down' {
    return this.room.width < narrowBelow ? 'down' : 'right';
  }

  #arrange(analysis: Analysis, frame: Frame): void {
    this.#arrangement ??= new Arrangement(
      (definition, options) => this.session.layOut(definition, options),
      () => this.requestUpdate(),
    );
    const { chosen } = this.session;
    this.#arrangement.update({ analysis, frame, chosen, direction: this.direction });
    const drawing = this.#drawing;
    if (!drawing || !this.#interaction || this.minimap?.drawing === drawing) return;
    this.minimap = new this.#interaction.Minimap(drawing, (x, y) => this.#camera.centre(x, y));
  }

  // To set what is set already makes a browser look for what it could change.
  #want(height: string): void {
    if (this.style.getPropertyValue('--wanted') !== height) {
      this.style.setProperty('--wanted', height);
    }
  }

  #follow(scene: Scene, frame: Frame, before: number): void {
    const hurried = performance.now() - this.#followed < 120;
    this.#followed = performance.now();
    const box = scene.boxOf(frame.about);
    this.#missed = !box && frame.about >= 0;
    if (box) afterPaint(() => afterRender(() => this.#bringInSight(box, scene, !hurried)));
    this.#interaction?.showMove(scene, this.session, { before, hurried });
  }

  /** Gently, unless the next event would interrupt it on its way. */
  #bringInSight(box: Box, scene: Scene, gently: boolean) {
    if (scene !== this.scene) return undefined;
    this.#camera.readScroll();
    const { y: top } = this.#camera.onScreen(box, scene.drawing);
    const bottom = top + box.height * this.#camera.scale;
    const scrollPage = this.region && this.#interaction?.scrollPageTo(this.region, { top, bottom });
    return () => {
      this.#camera.reveal(box, gently);
      scrollPage?.();
    };
  }

  #relativesOf(analysis: Analysis, chosen: number | null): Uint8Array | null {
    if (chosen === null || !analysis.trace) return null;
    const known = this.#relatives;
    if (known?.analysis === analysis && known.chosen === chosen) return known.bits;
    const bits = analysis.trace.relatives(chosen);
    this.#relatives = { analysis, chosen, bits };
    return bits;
  }

  #meetRegion(): void {
    const region = this.renderRoot.querySelector<HTMLElement>('.region');
    if (region === this.region) return;
    if (this.region) this.#observer.unobserve(this.region);
    this.region = region;
    if (!region) return;
    this.#observer.observe(region);
    afterPaint(() => this.#bringToLife(region));
  }

  async #bringToLife(region: HTMLElement): Promise<void> {
    this.#interaction ??= await import('./interaction');
    const { Gestures, Glide, livelyStyles, still, wear } = this.#interaction;
    wear(this.shadowRoot, livelyStyles);
    this.#camera.still = still;
    new Gestures(region, new Glide(this.#camera, this));
    this.requestUpdate();
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const step = stepAt(event.target);
    const act = step === null ? this.#regionKey(event) : this.#stepKey(event, step);
    if (!act) return;
    event.preventDefault();
    act();
  };

  #regionKey({ key, target }: KeyboardEvent): (() => void) | null {
    const fold = foldAt(target);
    if ((key === 'Enter' || key === ' ') && fold !== null) return () => this.session.choose(fold);
    if (key === 'Enter') return () => this.scene?.buttonOf(this.#stop)?.focus();
    return null;
  }

  #stepKey({ key }: KeyboardEvent, step: number): (() => void) | null {
    if (key === 'Enter' || key === ' ') return () => this.#choose(step);
    if (key === 'Escape') return () => this.#leaveStep();
    const way = this.#interaction?.wayOf(key, this.direction);
    const box = this.scene?.boxOf(step);
    const drawing = this.#drawing;
    if (!way || !box || !drawing) return null;
    return () => {
      const found = this.#interaction?.next(drawing, box, way);
      if (found) this.#goTo(found);
    };
  }

  #leaveStep(): void {
    if (this.session.chosen !== null) this.session.choose(null);
    else this.region?.focus();
  }
  #goTo(box: Box): void {
    this.#setStop(box.step);
    this.scene?.buttonOf(box.step)?.focus({ preventScroll: true });
  }
  #setStop(step: number): void {
    this.#stop = step;
    this.scene?.makeStop(step);
  }
  #choose(step: number): void {
    this.session.choose(this.session.chosen === step ? null : step);
  }

  readonly #click = (event: MouseEvent): void => {
    const fold = foldAt(event.target);
    if (fold !== null) {
      this.session.choose(fold);
      return;
    }
    const step = stepAt(event.target);
    if (step !== null) {
      this.scene?.buttonOf(step)?.focus({ preventScroll: true });
      this.#choose(step);
    } else if (this.session.chosen !== null) this.session.choose(null);
  };

  readonly #focused = (event: FocusEvent): void => {
    const step = stepAt(event.target);
    if (step === null) return;
    this.#setStop(step);
    const box = this.scene?.boxOf(step);
    // Under a mouse button that is being pressed nothing may move away.
    const byKey = event.target instanceof Element && event.target.matches(':focus-visible');
    if (box && byKey) this.#camera.reveal(box, true);
    this.#tellWhole(event.target);
  };

  #tellWhole(target: EventTarget | null): void {
    const label = this.renderRoot.querySelector<HTMLElement>('.whole');
    this.#interaction?.tellWhole(label, this.region, target);
  }

  #scope(analysis: Analysis, frame: Frame) {
    const all = analysis.definition.steps.length;
    const shown = this.#drawing?.boxes.length ?? 0;
    const { chosen } = this.session;
    const name = chosen === null ? '' : clipped(analysis.nameOf(chosen));
    const centre = name ? html`<bdi class="mono">${name}</bdi>` : 'the step of the event';
    return html`<p class="scope small">
      <span
        >Shown: ${shown} of ${counted(all, 'step')}, around ${centre}. A
        <span class="sample">+3</span> leads to steps that are folded away.</span
      >
      ${name ? html`<button @click=${() => this.session.choose(null)}>Follow the ${frame.attempts ? 'run' : 'trace'}</button>` : nothing}
    </p>`;
  }

  async #save(format: 'svg' | 'png'): Promise<void> {
    const svg = this.scene?.svg;
    const drawing = this.#drawing;
    if (!svg || !drawing) return;
    this.renderRoot.querySelector<HTMLElement>('#save')?.hidePopover();
    try {
      const { savePicture } = await import('./saving');
      await savePicture({
        svg,
        shown: this.#camera.seen(drawing),
        scale: this.#camera.scale,
        name: this.session.store.definition.name,
        format,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.session.notify(`The picture could not be saved: ${reason}`);
    }
  }

  #ask(what: 'add-step' | 'show-field', detail = ''): void {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true, detail }));
  }
}
