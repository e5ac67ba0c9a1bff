/** The pipeline as a picture: its steps in tiers, its dependencies as curves, and the state of the trace on all of them. */
import { html, nothing, type PropertyValues } from 'lit';
import type { Analysis } from '../../state/analysis';
import type { Frame } from '../../state/frame';
import { clipped, counted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { View } from '../view';
import { Arrangement } from './arrangement';
import type { Box, Drawing } from './drawing';
import { Gestures } from './gestures';
import { legend } from './legend';
import { invitation, obstacle } from './messages';
import { Minimap } from './minimap';
import { scrollPageTo, still, stop, travel } from './motion';
import type { Scene } from './scene';
import { graphStyles } from './styles';
import { type Tool, tools } from './tools';
import * as viewport from './viewport';
import { next, wayOf } from './walk';

/** Below this width tiers run from top to bottom. */
const narrowBelow = 620;
/** The figure is at least so tall, and grows by such steps, lest an edit shifts everything below it. */
const leastHeight = 300;
const heightStep = 120;
const tallest = 1500;
const footHeight = 48;
const panStep = 64;
const zoomStep = 1.25;

/** The detail of a `step-moves` event: a step enters the queue, or is taken out of it. */
export interface StepMove {
  step: number;
  kind: 'enqueue' | 'dequeue';
  /** Where the picture shows it. */
  from: DOMRect | null;
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
  /** For the buttons; the truth is in #at. */
  declare scale: number;
  #arrangement: Arrangement | null = null;
  #minimap: Minimap | null = null;
  #relatives: { analysis: Analysis; chosen: number; bits: Uint8Array } | null = null;
  #at: viewport.View = { scale: 1, left: 0, top: 0 };
  /** The view is ours to choose until the learner moves it. */
  #isOurs = true;
  #stop = -1;
  #shown: { analysis: Analysis; cursor: number; drawing: Drawing | null } | null = null;
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
    const { width, height } = this.room;
    const middle: [number, number] = [width / 2, height / 2];
    if (tool === 'in') this.#zoom(zoomStep, ...middle);
    if (tool === 'out') this.#zoom(1 / zoomStep, ...middle);
    if (tool === 'actual') this.#zoom(1 / this.#at.scale, ...middle);
    if (tool === 'fit' && this.#drawing) this.#moveTo(viewport.wholeView(this.#drawing, this.room));
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
        @keydown=${this.#key}
        @click=${this.#click}
        @focusin=${this.#focused}
        @focusout=${() => this.#tellWhole(null)}
        @pointerover=${(event: Event) => this.#tellWhole(event.target)}
      >
        ${this.#scene?.svg}${this.#minimap?.svg}
        <span class="whole mono" hidden></span>
      </div>
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
    const before = this.#shown;
    this.#shown = { analysis, cursor, drawing: scene.drawing };
    const relatives = this.#relativesOf(analysis, chosen);
    scene.show({ frame, chosen, relatives, cycles: this.#arrangement?.cycles ?? new Map() });
    this.#minimap?.showStates(frame);
    if (before?.drawing !== scene.drawing || changed.has('room')) this.#takeView(before);
    if (scene.boxOf(this.#stop) === null) this.#setStop(scene.drawing.boxes[0]?.step ?? -1);
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
    this.#arrangement ??= new Arrangement(this.session.engine);
    const { chosen } = this.session;
    const wanted = { analysis, frame, chosen, direction: this.#direction };
    if (!this.#arrangement.update(wanted) || !this.#drawing) return;
    this.#minimap = new Minimap(this.#drawing, (x, y) => this.#centre(x, y));
  }

  // From the width alone: the height it leads to must not lead to another one.
  #wantedHeight(drawing: Drawing): number {
    const scale = viewport.firstView(drawing, { width: this.room.width, height: Infinity }).scale;
    const tall = Math.min(tallest, drawing.height * scale + footHeight);
    return leastHeight + heightStep * Math.ceil(Math.max(0, tall - leastHeight) / heightStep);
  }

  /** After another drawing or another room: all of it when it was all of it, else what was in sight stays there. */
  #takeView(before: { drawing: Drawing | null } | null): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    const old = before?.drawing;
    const anchor = old && old !== drawing ? this.#anchor(old, drawing) : null;
    if (this.#isOurs || (old !== drawing && !anchor)) {
      this.#isOurs = true;
      this.#at = viewport.firstView(drawing, this.room);
      const { about } = this.session.frame ?? { about: -1 };
      const box = this.#scene?.boxOf(about);
      if (box) this.#at = viewport.reveal(this.#at, box, this.room);
    } else if (anchor) {
      this.#at = {
        scale: this.#at.scale,
        left: this.#at.left + (anchor.from.x - anchor.to.x) * this.#at.scale,
        top: this.#at.top + (anchor.from.y - anchor.to.y) * this.#at.scale,
      };
    }
    this.#apply();
  }

  /** A step that both drawings have: the one looked at, or the one nearest to the middle. */
  #anchor(old: Drawing, now: Drawing): { from: Box; to: Box } | null {
    const nameOf = (drawing: Drawing, step: number) =>
      drawing.boxes.find((box) => box.step === step) ?? null;
    for (const step of [this.session.chosen ?? -1, this.session.frame?.about ?? -1, this.#stop]) {
      const [from, to] = [nameOf(old, step), nameOf(now, step)];
      if (from && to && from.label === to.label) return { from, to };
    }
    return null;
  }

  #follow(scene: Scene, frame: Frame, before: number): void {
    const box = scene.boxOf(frame.about);
    if (box && this.#drawing) {
      const to = viewport.reveal(this.#at, box, this.room);
      if (to.left !== this.#at.left || to.top !== this.#at.top) this.#glide(to);
      const top = this.#at.top + box.y * this.#at.scale;
      if (this.#region) {
        scrollPageTo(this.#region, { top, bottom: top + box.height * this.#at.scale });
      }
    }
    this.#tellMove(scene, frame, before);
  }

  /** The decrement travels along its dependency, or back when one steps back. */
  #tellMove(scene: Scene, frame: Frame, before: number): void {
    stop(scene.token);
    const { cursor, kind, step, dependent } = frame.moment;
    if (cursor === before + 1 && kind === 'decrement') {
      const line = scene.lineOf(step, dependent);
      if (line) travel(scene.token, line, false);
    }
    if (cursor === before - 1) {
      const undone = this.session.analysis.trace?.moment(before);
      const line = undone?.kind === 'decrement' && scene.lineOf(undone.step, undone.dependent);
      if (line) travel(scene.token, line, true);
    }
    if (cursor === before + 1 && (kind === 'enqueue' || kind === 'dequeue')) {
      const detail: StepMove = { step, from: this.rectOf(step), kind };
      this.dispatchEvent(new CustomEvent('step-moves', { bubbles: true, composed: true, detail }));
    }
  }

  #relativesOf(analysis: Analysis, chosen: number | null): Uint8Array | null {
    if (chosen === null || !analysis.trace) return null;
    const known = this.#relatives;
    if (known?.analysis === analysis && known.chosen === chosen) return known.bits;
    const bits = analysis.trace.relatives(chosen);
    this.#relatives = { analysis, chosen, bits };
    return bits;
  }

  #zoom(factor: number, x: number, y: number): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    // The limits first: at one of them the picture must not slide.
    const least = viewport.smallest(drawing, this.room);
    const scale = Math.max(least, Math.min(viewport.largest, this.#at.scale * factor));
    this.#moveTo(viewport.zoomAt(this.#at, scale / this.#at.scale, x, y));
  }
  #pan(dx: number, dy: number): void {
    const { scale, left, top } = this.#at;
    this.#moveTo({ scale, left: left + dx, top: top + dy });
  }
  #centre(x: number, y: number): void {
    const { scale } = this.#at;
    const { width, height } = this.room;
    this.#moveTo({ scale, left: width / 2 - x * scale, top: height / 2 - y * scale });
  }
  #moveTo(view: viewport.View): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    this.#isOurs = false;
    this.#at = viewport.settle(view, drawing, this.room);
    this.#apply();
  }
  /** The same in a short movement, unless none are wanted. */
  #glide(view: viewport.View): void {
    const drawing = this.#drawing;
    const svg = this.#scene?.svg;
    if (!drawing || !svg) return;
    const from = svg.style.transform;
    this.#at = viewport.settle(view, drawing, this.room);
    this.#apply();
    if (!still()) {
      svg.animate([{ transform: from }, { transform: svg.style.transform }], {
        duration: 200,
        easing: 'ease-out',
      });
    }
  }

  #apply(): void {
    const { scale, left, top } = this.#at;
    const svg = this.#scene?.svg;
    const drawing = this.#drawing;
    if (!svg || !drawing) return;
    stop(svg);
    svg.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    svg.classList.toggle('far', scale < 0.45);
    this.scale = scale;
    const cut = viewport.isCut(this.#at, drawing, this.room);
    this.#minimap?.svg.toggleAttribute('hidden', !cut);
    this.#region?.classList.toggle('cut', cut);
    this.#minimap?.showWindow(this.#at, this.room);
  }

  #meetRegion(): void {
    const region = this.renderRoot.querySelector<HTMLElement>('.region');
    if (region === this.#region) return;
    if (this.#region) this.#observer.unobserve(this.#region);
    this.#region = region;
    if (!region) return;
    this.#observer.observe(region);
    new Gestures(region, {
      pan: (dx, dy) => {
        this.#scene?.svg.classList.add('moving');
        this.#pan(dx, dy);
      },
      zoom: (factor, x, y) => this.#zoom(factor, x, y),
      leavesTouch: () => !region.classList.contains('cut'),
      done: () => this.#scene?.svg.classList.remove('moving'),
    });
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
    // With nothing to move, the arrows go on stepping through the trace.
    return this.#region?.classList.contains('cut') ? this.#panKey(key) : null;
  }

  #panKey(key: string): (() => void) | null {
    if (key === 'ArrowLeft') return () => this.#pan(panStep, 0);
    if (key === 'ArrowRight') return () => this.#pan(-panStep, 0);
    if (key === 'ArrowUp') return () => this.#pan(0, panStep);
    if (key === 'ArrowDown') return () => this.#pan(0, -panStep);
    return null;
  }

  #stepKey({ key, shiftKey }: KeyboardEvent, step: number): (() => void) | null {
    if (shiftKey) return this.#panKey(key);
    if (key === 'Enter' || key === ' ') return () => this.#choose(step);
    if (key === 'Escape') return () => this.#leaveStep();
    const way = wayOf(key, this.#direction);
    const box = this.#scene?.boxOf(step);
    const drawing = this.#drawing;
    if (!way || !box || !drawing) return null;
    return () => {
      const found = next(drawing, box, way);
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
    if (box) this.#glide(viewport.reveal(this.#at, box, this.room));
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
    label.style.top = `${Math.max(4, box.top - region.top - label.offsetHeight - 6)}px`;
  }

  #scope(analysis: Analysis) {
    const all = analysis.definition.steps.length;
    const shown = this.#drawing?.boxes.length ?? 0;
    const { chosen } = this.session;
    return html`<p class="scope small">
      <span
        >Shown: ${shown} of ${counted(all, 'step')}, around
        ${
          chosen === null
            ? 'the step of the event'
            : html`<bdi class="mono">${clipped(analysis.nameOf(chosen))}</bdi>`
        }.
        A <span class="sample">+3</span> leads to steps that are folded away.</span
      >
      ${
        chosen === null
          ? nothing
          : html`<button @click=${() => this.session.choose(null)}>Follow the trace</button>`
      }
    </p>`;
  }

  async #save(format: 'svg' | 'png'): Promise<void> {
    const svg = this.#scene?.svg;
    if (!svg) return;
    this.renderRoot.querySelector<HTMLElement>('#save')?.hidePopover();
    try {
      const { savePicture } = await import('./saving');
      await savePicture({
        svg,
        view: this.#at,
        region: this.room,
        drawing: this.#drawing ?? this.room,
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
