/** What pointer and keyboard do in the picture beyond looking at it. */
import type { Box } from '../drawing';
import type { Scene } from '../scene';
import { Layer } from './layer';
import { dependencyAt, type Point } from './nearest';

/** A dependency can be hit this far from its line, in pixels of the screen. */
const reach = 12;
/** What ends nearer to its start was no drawing; in the drawing's own units. */
const drawSlop = 30;

/** Steps by their places in the definition. */
export interface Intents {
  /** Whether the next click on a step chooses what another one depends on. */
  readonly isConnecting: boolean;
  /** The step that has the handle while the pointer is at no other. */
  readonly chosen: number | null;
  connectTo(step: number): void;
  join(from: number, to: number): void;
  pick(from: number, to: number): void;
  unpick(): void;
  rename(step: number): void;
  add(): void;
  /** Whether the key meant something. */
  key(event: KeyboardEvent, step: number | null): boolean;
}

export class Hands {
  readonly layer: Layer;
  readonly #listening = new AbortController();
  #drawnFrom: Box | null = null;
  #downOnGround = false;
  #lastDown = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly region: HTMLElement,
    private readonly scene: Scene,
    direction: 'right' | 'down',
    private readonly intents: Intents,
  ) {
    this.layer = new Layer(scene, direction);
    const { signal } = this.#listening;
    const { svg } = scene;
    const { handle } = this.layer;
    // On the picture itself: what the region does with the same event comes after it.
    svg.addEventListener('click', (event) => this.#click(event), { signal });
    svg.addEventListener('keydown', (event) => this.#key(event), { signal });
    svg.addEventListener('pointermove', (event) => this.#hover(event), { signal });
    svg.addEventListener('pointerleave', () => this.showHandle(), { signal });
    region.addEventListener('keydown', (event) => this.#regionKey(event), { signal });
    region.addEventListener('pointerdown', (event) => this.#noteGround(event), { signal });
    region.addEventListener('dblclick', (event) => this.#twice(event), { signal });
    handle.addEventListener('pointerdown', (event) => this.#begin(event), { signal });
    handle.addEventListener('pointermove', (event) => this.#draw(event), { signal });
    handle.addEventListener('pointerup', (event) => this.#end(event), { signal });
    handle.addEventListener('pointercancel', () => this.#cancel(), { signal });
  }

  leave(): void {
    this.#listening.abort();
    this.layer.remove();
    this.region.classList.remove('at-dependency');
  }
  showHandle(step = this.intents.chosen): void {
    if (this.#drawnFrom) return;
    const wanted = this.intents.isConnecting ? null : step;
    this.layer.showHandle(wanted === null ? null : this.scene.boxOf(wanted));
  }

  #click(event: MouseEvent): void {
    const { intents } = this;
    const step = stepAt(event.target);
    if (this.#isHandle(event.target)) event.stopPropagation();
    else if (intents.isConnecting) {
      if (isFold(event.target)) return;
      event.stopPropagation();
      if (step === null) return;
      this.scene.buttonOf(step)?.focus({ preventScroll: true });
      intents.connectTo(step);
    } else if (step === null && !isFold(event.target)) {
      const found = this.#dependencyAt(event);
      if (!found) {
        intents.unpick();
        return;
      }
      event.stopPropagation();
      this.region.focus({ preventScroll: true });
      intents.pick(found.from, found.to);
    }
  }

  /** Twice on the ground adds a step, twice on a step renames it. */
  #twice(event: MouseEvent): void {
    const step = stepAt(event.target);
    if (this.intents.isConnecting || this.#isHandle(event.target) || isFold(event.target)) return;
    if (step !== null) this.intents.rename(step);
    else if (this.#downOnGround && !this.#dependencyAt(event)) this.intents.add();
  }
  // Where the first of two clicks moves the picture, the second one may hit the ground.
  #noteGround(event: PointerEvent): void {
    const first = event.timeStamp - this.#lastDown > 500;
    const isGround = stepAt(event.target) === null && !isFold(event.target);
    this.#downOnGround = first ? isGround : this.#downOnGround && isGround;
    this.#lastDown = event.timeStamp;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isFold(event.target) && event.key !== 'Escape') return;
    if (this.intents.key(event, stepAt(event.target))) event.preventDefault();
  }
  #regionKey(event: KeyboardEvent): void {
    if (event.target === this.region) this.#key(event);
  }

  #hover(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
    const step = stepAt(event.target);
    const isHandle = this.#isHandle(event.target);
    if (step !== null) this.showHandle(step);
    const ground = step === null && !isHandle && !this.intents.isConnecting;
    const found = ground && this.#dependencyAt(event) !== null;
    this.scene.svg.classList.toggle('at-dependency', found);
  }

  #begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#drawnFrom = this.layer.handleOf;
    // The region would be dragged along.
    event.stopPropagation();
    event.preventDefault();
    this.layer.handle.setPointerCapture(event.pointerId);
  }
  #draw(event: PointerEvent): void {
    if (!this.#drawnFrom) return;
    event.stopPropagation();
    const point = this.#pointAt(event);
    this.layer.showDrawn(this.#drawnFrom, point);
    this.layer.showSubject(this.#boxAt(point));
  }
  #end(event: PointerEvent): void {
    const from = this.#drawnFrom;
    const point = this.#pointAt(event);
    const to = this.#boxAt(point);
    this.#cancel();
    if (!from || !to) return;
    const { x, y } = this.layer.outletOf(from);
    if (Math.hypot(point.x - x, point.y - y) > drawSlop) this.intents.join(from.step, to.step);
  }
  #cancel(): void {
    this.#drawnFrom = null;
    this.layer.showDrawn(null, { x: 0, y: 0 });
    this.layer.showSubject(null);
  }

  #boxAt({ x, y }: Point): Box | null {
    const isWithin = (box: Box) =>
      x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    return this.scene.drawing.boxes.find(isWithin) ?? null;
  }
  #dependencyAt(event: MouseEvent) {
    const scale = this.scene.svg.getScreenCTM()?.a ?? 1;
    return dependencyAt(this.scene.drawing, this.#pointAt(event), reach / scale);
  }
  #pointAt({ clientX, clientY }: MouseEvent): Point {
    const matrix = this.scene.svg.getScreenCTM();
    const point = new DOMPoint(clientX, clientY);
    return matrix ? point.matrixTransform(matrix.inverse()) : point;
  }
  #isHandle(target: EventTarget | null): boolean {
    return target instanceof Node && this.layer.handle.contains(target);
  }
}

function stepAt(target: EventTarget | null): number | null {
  const group = target instanceof Element ? target.closest('[data-step]') : null;
  return group ? Number(group.getAttribute('data-step')) : null;
}
function isFold(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-fold]') !== null;
}
