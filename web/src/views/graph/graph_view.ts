/** The pipeline as a picture: its steps in tiers, its dependencies as curves, and the state of the trace on all of them. */
import { html, nothing, type PropertyValues } from 'lit';
import type { Analysis } from '../../state/analysis';
import type { Frame } from '../../state/frame';
import { clipped, counted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { afterRender } from '../after_render';
import { View } from '../view';
import { Arrangement } from './arrangement';
import type { Box, Drawing } from './drawing';
import { legend } from './legend';
import { invitation, obstacle } from './messages';
import type { Minimap } from './minimap';
import type { Scene } from './scene';
import { graphStyles } from './styles';
import { type Tool, tools } from './tools';
import * as viewport from './viewport';

type Interaction = typeof import('./interaction');

/** Below this width tiers run from top to bottom. */
const narrowBelow = 620;
/** The figure is at least so tall, and grows by such steps, lest an edit shifts everything below it. */
const leastHeight = 300;
const heightStep = 120;
const tallest = 1500;
const footHeight = 48;
/** A longer cycle would keep the eye too long. */
const longestTour = 12;
/** Below this scale nothing can be read. */
const legible = 0.45;
const zoomStep = 1.25;

/** The detail of a `step-moves` event: a step enters the queue, or is taken out of it. */
export interface StepMove {
  step: number;
  kind: 'enqueue' | 'dequeue';
}

export class GraphView extends View {
  static override properties = {
    ...View.properties,
    room: { state: true },
    scale: { state: true },
  };
  static override styles = [base, controls, states, graphStyles];

  /** The region's size; 0 until it is known. */
  declare room: viewport.Size;
  declare scale: number;
  #arrangement: Arrangement | null = null;
  #minimap: Minimap | null = null;
  #interaction: Interaction | null = null;
  #relatives: { analysis: Analysis; chosen: number; bits: Uint8Array } | null = null;
  /** The scale is ours to choose until the learner zooms. */
  #isOurs = true;
  #stop = -1;
  /** The region's scroll offsets, noted because reading them makes the browser lay the page out. */
  #scroll = { left: 0, top: 0 };
  #shown: { analysis: Analysis; cursor: number; drawing: Drawing; map: Minimap | null } | null =
    null;
  #region: HTMLElement | null = null;
  readonly #observer = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {};
    const room = { width: Math.floor(width), height: Math.floor(height) };
    if (room.width !== this.room.width || room.height !== this.room.height) this.room = room;
  });

  constructor() {
    super();
    this.room = { width: 0, height: 0 };
    this.scale = 1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#region = null;
  }

  /** The step's box on the screen; null when it is not drawn. */
  rectOf(step: number): DOMRect | null {
    return this.#scene?.buttonOf(step)?.getBoundingClientRect() ?? null;
  }

  use(tool: Tool): void {
    const drawing = this.#drawing;
    if (tool === 'in') this.#zoom(zoomStep);
    if (tool === 'out') this.#zoom(1 / zoomStep);
    if (tool === 'actual') this.#zoom(1 / this.scale);
    if (tool === 'fit' && drawing) this.#zoom(viewport.fitScale(drawing, this.room) / this.scale);
    if (tool === 'tidy') {
      this.#arrangement?.tidy();
      this.#isOurs = true;
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
      ${this.#arrangement?.isPart ? this.#scope(analysis) : nothing}
      <div
        class="region"
        role="region"
        aria-label="Graph of the pipeline"
        tabindex="0"
        data-scrolls
        @keydown=${this.#key}
        @click=${this.#click}
        @scroll=${() => this.#noteScroll()}
        @focusin=${this.#focused}
        @focusout=${() => this.#tellWhole(null)}
        @pointerover=${(event: Event) => this.#tellWhole(event.target)}
      >
        ${this.#scene?.svg ?? html`<p class="soft arranging">Arranging the steps …</p>`}
      </div>
      <div class="over">${this.#minimap?.svg}<span class="whole mono" role="tooltip" hidden></span></div>
      <div class="foot">
        ${legend(analysis.back.length > 0)} ${tools(this.scale, (tool) => this.use(tool))}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#meetRegion();
    const { analysis, frame, cursor, chosen } = this.session;
    const scene = this.#scene;
    if (!frame || !scene || this.room.width === 0) {
      this.#shown = null;
      return;
    }
    // Until the new layout is there the picture of the pipeline before stays as it was.
    if (!this.#arrangement?.shows(analysis)) return;
    const before = this.#shown;
    this.#shown = { analysis, cursor, drawing: scene.drawing, map: this.#minimap };
    const relatives = this.#relativesOf(analysis, chosen);
    scene.show({ frame, chosen, relatives, cycles: this.#arrangement.cycles });
    this.#minimap?.showStates(frame);
    if (before?.map !== this.#minimap) {
      this.#size(scene.drawing);
      this.#showWindow();
    }
    if (before?.drawing !== scene.drawing || changed.has('room')) {
      this.#takeView(before?.drawing ?? null, scene.drawing);
    }
    if (before?.drawing !== scene.drawing) {
      const first = scene.drawing.boxes[0]?.step ?? -1;
      this.#setStop(scene.boxOf(this.#stop) ? this.#stop : first);
    }
    this.style.setProperty('--wanted', `${this.#wantedHeight(scene.drawing)}px`);
    if (before?.analysis === analysis && before.cursor !== cursor) {
      this.#follow(scene, frame, before.cursor);
    }
  }

  get #scene(): Scene | null {
    return this.#arrangement?.scene ?? null;
  }
  get #drawing(): Drawing | null {
    return this.#arrangement?.drawing ?? null;
  }
  get #direction(): 'right' | 'down' {
    return this.room.width < narrowBelow ? 'down' : 'right';
  }

  #arrange(analysis: Analysis, frame: Frame): void {
    this.#arrangement ??= new Arrangement(
      (definition, options) => this.session.layOut(definition, options),
      () => this.requestUpdate(),
    );
    const { chosen } = this.session;
    this.#arrangement.update({ analysis, frame, chosen, direction: this.#direction });
    const drawing = this.#drawing;
    if (!drawing || !this.#interaction || this.#minimap?.drawing === drawing) return;
    this.#minimap = new this.#interaction.Minimap(drawing, (x, y) => this.#centre(x, y));
  }

  // From the width alone: the height it leads to must not lead to another one.
  #wantedHeight(drawing: Drawing): number {
    const scale = viewport.firstScale(drawing, { width: this.room.width, height: Infinity });
    const tall = Math.min(tallest, drawing.height * scale + footHeight);
    return leastHeight + heightStep * Math.ceil(Math.max(0, tall - leastHeight) / heightStep);
  }

  get #view(): viewport.View {
    return { scale: this.scale, ...this.#scroll };
  }
  #noteScroll(): void {
    const { scrollLeft: left = 0, scrollTop: top = 0 } = this.#region ?? {};
    this.#scroll = { left, top };
    this.#showWindow();
  }
  #scrollTo(left: number, top: number, gently = false): void {
    const smooth = gently && !(this.#interaction?.still() ?? true);
    this.#region?.scrollTo({ left, top, behavior: smooth ? 'smooth' : 'instant' });
    const drawing = this.#drawing;
    if (smooth || !drawing) return;
    // What the browser makes of it, without asking.
    const within = (offset: number, length: number, room: number) =>
      Math.max(0, Math.min(offset, length * this.scale - room));
    this.#scroll = {
      left: within(left, drawing.width, this.room.width),
      top: within(top, drawing.height, this.room.height),
    };
    this.#showWindow();
  }

  /** After another drawing or in another room: what was looked at stays where it is on the screen. */
  #takeView(old: Drawing | null, now: Drawing): void {
    const anchor = old && old !== now ? this.#anchor(old, now) : null;
    const stood = anchor && this.#onScreen(anchor.from, old ?? now);
    if (this.#isOurs || (old !== now && !anchor)) {
      this.#isOurs = true;
      this.scale = viewport.firstScale(now, this.room);
    }
    this.#size(now);
    const { about } = this.session.frame ?? { about: -1 };
    const box = this.#scene?.boxOf(about);
    if (anchor && stood) {
      const stands = this.#onScreen(anchor.to, now);
      const { left, top } = this.#scroll;
      this.#scrollTo(left + stands.x - stood.x, top + stands.y - stood.y);
    } else if (old !== now) {
      this.#scrollTo(0, 0);
      if (box) this.#reveal(box, false);
    } else {
      this.#noteScroll();
    }
  }

  #onScreen(box: Box, drawing: Drawing): { x: number; y: number } {
    const { scale, left, top } = this.#view;
    const margin = viewport.margins(drawing, this.room, scale);
    return { x: margin.left + box.x * scale - left, y: margin.top + box.y * scale - top };
  }

  /** A step that both drawings have: the one looked at, or any. */
  #anchor(old: Drawing, now: Drawing): { from: Box; to: Box } | null {
    const places = new Map(now.boxes.map((box) => [box.label, box]));
    const looked = [this.session.chosen, this.session.frame?.about, this.#stop];
    const first = old.boxes.filter(({ step }) => looked.includes(step));
    for (const from of [...first, ...old.boxes]) {
      const to = places.get(from.label);
      if (to) return { from, to };
    }
    return null;
  }

  #follow(scene: Scene, frame: Frame, before: number): void {
    const box = scene.boxOf(frame.about);
    if (box) {
      afterRender(() => {
        const { y: top } = this.#onScreen(box, scene.drawing);
        const bottom = top + box.height * this.scale;
        const scrollPage =
          this.#region && this.#interaction?.scrollPageTo(this.#region, { top, bottom });
        return () => {
          this.#reveal(box, true);
          scrollPage?.();
        };
      });
    }
    this.#tellMove(scene, frame, before);
  }

  /** The decrement travels along its dependency, or back when one steps back. */
  #tellMove(scene: Scene, frame: Frame, before: number): void {
    if (!this.#interaction) return;
    const { stop, tour, travel } = this.#interaction;
    stop(scene.token);
    const { cursor, kind, step, dependent } = frame.moment;
    if (cursor === before + 1 && kind === 'decrement') {
      const line = scene.lineOf(step, dependent);
      if (line) travel(scene.token, line);
    }
    if (cursor === before + 1 && frame.stalled) void tour(scene.token, this.#firstCycle(scene));
    if (cursor === before - 1) {
      const undone = this.session.analysis.trace?.moment(before);
      const line = undone?.kind === 'decrement' && scene.lineOf(undone.step, undone.dependent);
      if (line) travel(scene.token, line, true);
    }
    if (cursor === before + 1 && (kind === 'enqueue' || kind === 'dequeue')) {
      const detail: StepMove = { step, kind };
      this.dispatchEvent(new CustomEvent('step-moves', { bubbles: true, composed: true, detail }));
    }
  }

  /** The lines of the first closed path, as far as they are drawn. */
  #firstCycle(scene: Scene): string[] {
    const { analysis } = this.session;
    const steps = analysis.stall?.cycles[0]?.map((name) => analysis.indexOf(name)) ?? [];
    const lines = steps.slice(1).map((to, at) => scene.lineOf(steps[at] ?? -1, to));
    return lines.filter((line) => line !== null).slice(0, longestTour);
  }

  #relativesOf(analysis: Analysis, chosen: number | null): Uint8Array | null {
    if (chosen === null || !analysis.trace) return null;
    const known = this.#relatives;
    if (known?.analysis === analysis && known.chosen === chosen) return known.bits;
    const bits = analysis.trace.relatives(chosen);
    this.#relatives = { analysis, chosen, bits };
    return bits;
  }

  /** Around a point of the region; its middle unless given. */
  #zoom(factor: number, x = this.room.width / 2, y = this.room.height / 2): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    this.#isOurs = false;
    const view = viewport.zoomAt(this.#view, factor, { x, y }, drawing, this.room);
    this.scale = view.scale;
    this.#size(drawing);
    this.#scrollTo(view.left, view.top);
  }

  #centre(x: number, y: number): void {
    const { width, height } = this.room;
    const { scale } = this;
    this.#scrollTo(x * scale - width / 2, y * scale - height / 2);
  }

  #reveal(box: Box, gently: boolean): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    const margin = viewport.margins(drawing, this.room, this.scale);
    const { left, top } = viewport.reveal(this.#view, box, this.room, margin);
    if (left === this.#scroll.left && top === this.#scroll.top) return;
    this.#scrollTo(left, top, gently);
  }

  /** Gives the picture its size on the screen. */
  #size(drawing: Drawing): void {
    const svg = this.#scene?.svg;
    if (!svg) return;
    svg.style.width = `${drawing.width * this.scale}px`;
    svg.style.height = `${drawing.height * this.scale}px`;
    svg.classList.toggle('far', this.scale < legible);
    const cut = viewport.isCut(this.scale, drawing, this.room);
    this.#minimap?.svg.toggleAttribute('hidden', !cut);
    this.#region?.classList.toggle('cut', cut);
  }

  #showWindow(): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    const seen = viewport.visible(this.#view, drawing, this.room);
    this.#minimap?.showWindow(seen);
    this.#scene?.cull(seen);
  }

  #meetRegion(): void {
    const region = this.renderRoot.querySelector<HTMLElement>('.region');
    if (region === this.#region) return;
    if (this.#region) this.#observer.unobserve(this.#region);
    this.#region = region;
    if (!region) return;
    this.#observer.observe(region);
    // After the picture has been drawn.
    requestAnimationFrame(() => setTimeout(() => void this.#bringToLife(region)));
  }

  async #bringToLife(region: HTMLElement): Promise<void> {
    this.#interaction ??= await import('./interaction');
    new this.#interaction.Gestures(region, {
      pan: (dx, dy) => this.#scrollTo(this.#scroll.left - dx, this.#scroll.top - dy),
      zoom: (factor, x, y) => this.#zoom(factor, x, y),
    });
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
    if (key === 'Enter') return () => this.#scene?.buttonOf(this.#stop)?.focus();
    return null;
  }

  #stepKey({ key }: KeyboardEvent, step: number): (() => void) | null {
    if (key === 'Enter' || key === ' ') return () => this.#choose(step);
    if (key === 'Escape') return () => this.#leaveStep();
    const way = this.#interaction?.wayOf(key, this.#direction);
    const box = this.#scene?.boxOf(step);
    const drawing = this.#drawing;
    if (!way || !box || !drawing) return null;
    return () => {
      const found = this.#interaction?.next(drawing, box, way);
      if (found) this.#goTo(found);
    };
  }

  #leaveStep(): void {
    if (this.session.chosen !== null) this.session.choose(null);
    else this.#region?.focus();
  }
  #goTo(box: Box): void {
    this.#setStop(box.step);
    this.#scene?.buttonOf(box.step)?.focus({ preventScroll: true });
  }
  #setStop(step: number): void {
    this.#stop = step;
    this.#scene?.makeStop(step);
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
      this.#scene?.buttonOf(step)?.focus({ preventScroll: true });
      this.#choose(step);
    } else if (this.session.chosen !== null) this.session.choose(null);
  };

  readonly #focused = (event: FocusEvent): void => {
    const step = stepAt(event.target);
    if (step === null) return;
    this.#setStop(step);
    const box = this.#scene?.boxOf(step);
    // Under a mouse button that is being pressed nothing may move away.
    const byKey = event.target instanceof Element && event.target.matches(':focus-visible');
    if (box && byKey) this.#reveal(box, true);
    this.#tellWhole(event.target);
  };

  /** The whole name of a step whose name is shortened in its box. */
  #tellWhole(target: EventTarget | null): void {
    const label = this.renderRoot.querySelector<HTMLElement>('.whole');
    if (!label) return;
    const group = target instanceof Element ? target.closest<SVGGElement>('[data-whole]') : null;
    label.hidden = !group;
    if (!group || !this.#region) return;
    label.textContent = group.getAttribute('data-whole');
    const box = group.getBoundingClientRect();
    const region = this.#region.getBoundingClientRect();
    const left = box.left - region.left + box.width / 2 - label.offsetWidth / 2;
    const most = region.width - label.offsetWidth - 4;
    label.style.left = `${Math.max(4, Math.min(most, left))}px`;
    // It hangs on the region's lower edge.
    const top = Math.max(region.top + 4, box.top - label.offsetHeight - 6) - region.bottom;
    label.style.top = `${top}px`;
  }

  #scope(analysis: Analysis) {
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
      ${name ? html`<button @click=${() => this.session.choose(null)}>Follow the trace</button>` : nothing}
    </p>`;
  }

  async #save(format: 'svg' | 'png'): Promise<void> {
    const svg = this.#scene?.svg;
    const drawing = this.#drawing;
    if (!svg || !drawing) return;
    this.renderRoot.querySelector<HTMLElement>('#save')?.hidePopover();
    try {
      const { savePicture } = await import('./saving');
      await savePicture({
        svg,
        shown: viewport.visible(this.#view, drawing, this.room),
        scale: this.scale,
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

function stepAt(target: EventTarget | null): number | null {
  return numberAt(target, 'data-step');
}
function foldAt(target: EventTarget | null): number | null {
  return numberAt(target, 'data-fold');
}
function numberAt(target: EventTarget | null, name: string): number | null {
  const group = target instanceof Element ? target.closest(`[${name}]`) : null;
  return group ? Number(group.getAttribute(name)) : null;
}
