/** How the picture is looked at: its size on the screen, and how far its region is scrolled. */
import { afterRender } from '../after_render';
import type { Box, Drawing } from './drawing';
import type { Minimap } from './minimap';
import type { Scene } from './scene';
import * as viewport from './viewport';

/** The figure is at least so tall, and grows by such steps, lest an edit shifts everything below it. */
const leastHeight = 300;
const heightStep = 120;
const tallest = 1500;
/** What stands below the region. */
const footHeight = 96;
/** Below this scale nothing can be read. */
const legible = 0.45;

/** What is looked at. */
export interface Picture {
  /** The region's size; 0 until it is known. */
  readonly room: viewport.Size;
  readonly region: HTMLElement | null;
  readonly scene: Scene | null;
  readonly minimap: Minimap | null;
  requestUpdate(): void;
}

export class Camera {
  scale = 1;
  /** Whether movements are not wanted, or cannot be had yet. */
  still = () => true;
  /** A gesture that shows the picture at another place and scale than it has. */
  glide: { settle(): void } | null = null;
  /** The scale is ours to choose until the learner zooms. */
  #isOurs = true;
  /** The region's scroll offsets, noted because reading them makes the browser lay the page out. */
  #scroll = { left: 0, top: 0 };

  constructor(private readonly picture: Picture) {}

  /** As it is at rest: a gesture that is still under way ends with this. */
  get view(): viewport.View {
    this.glide?.settle();
    return { scale: this.scale, ...this.#scroll };
  }
  /** The part of the drawing that is on the screen. */
  seen(drawing: Drawing): viewport.Rect {
    return viewport.visible(this.view, drawing, this.picture.room);
  }

  // From the width alone: the height it leads to must not lead to another one.
  wantedHeight(drawing: Drawing): number {
    const { width } = this.picture.room;
    const scale = viewport.firstScale(drawing, { width, height: Infinity });
    const tall = Math.min(tallest, drawing.height * scale + footHeight);
    return leastHeight + heightStep * Math.ceil(Math.max(0, tall - leastHeight) / heightStep);
  }

  noteScroll(): void {
    afterRender(() => {
      this.readScroll();
      return () => this.glide || this.showWindow();
    });
  }
  /** For afterRender. */
  readScroll(): void {
    const { region } = this.picture;
    if (region && !this.glide) this.#scroll = { left: region.scrollLeft, top: region.scrollTop };
  }
  pan(dx: number, dy: number): void {
    const { left, top } = this.view;
    this.#scrollTo(left - dx, top - dy);
  }
  #scrollTo(left: number, top: number, gently = false): void {
    const { region, room, scene } = this.picture;
    const smooth = gently && !this.still();
    region?.scrollTo({ left, top, behavior: smooth ? 'smooth' : 'instant' });
    if (smooth || !scene) return;
    // What the browser makes of it, without asking.
    this.#scroll = viewport.bounded({ scale: this.scale, left, top }, scene.drawing, room);
    this.showWindow();
  }

  /** The scale that was chosen first is chosen again. */
  reset(): void {
    this.#isOurs = true;
  }

  /**
   * After another drawing or in another room: what was looked at stays where it is on the screen. `steps` are what one may
   * have looked at, first the step of the event.
   */
  take(old: Drawing | null, now: Drawing, steps: readonly (number | null)[]): void {
    const anchor = old && old !== now ? anchorOf(old, now, steps) : null;
    const stood = anchor && this.onScreen(anchor.from, old ?? now);
    if (this.#isOurs || (old !== now && !anchor)) {
      this.#isOurs = true;
      this.#rescale(viewport.firstScale(now, this.picture.room));
    }
    this.size(now);
    if (anchor && stood) {
      const stands = this.onScreen(anchor.to, now);
      this.pan(stood.x - stands.x, stood.y - stands.y);
    } else if (old !== now) {
      this.#scrollTo(0, 0);
      const box = this.picture.scene?.boxOf(steps[0] ?? -1) ?? now.boxes[0];
      if (box) this.reveal(box, false);
    } else {
      this.noteScroll();
    }
  }
  #rescale(scale: number): void {
    if (scale === this.scale) return;
    this.scale = scale;
    this.picture.requestUpdate();
  }

  onScreen(box: Box, drawing: Drawing): { x: number; y: number } {
    const { x, y } = viewport.origin(this.view, drawing, this.picture.room);
    return { x: x + box.x * this.scale, y: y + box.y * this.scale };
  }

  /** Around a point of the region; its middle unless given. */
  zoom(factor: number, x = this.picture.room.width / 2, y = this.picture.room.height / 2): void {
    const { scene, room } = this.picture;
    if (!scene) return;
    this.show(viewport.zoomAt(this.view, factor, { x, y }, scene.drawing, room));
  }
  /** As the learner wants it. */
  show({ scale, left, top }: viewport.View): void {
    const { scene } = this.picture;
    if (!scene) return;
    this.#isOurs = false;
    this.#rescale(scale);
    this.size(scene.drawing);
    this.#scrollTo(left, top);
  }
  fit(): void {
    const { scene, room } = this.picture;
    if (scene) this.zoom(viewport.fitScale(scene.drawing, room) / this.view.scale);
  }
  /** Goes to a point of the drawing. */
  centre(x: number, y: number): void {
    const { width, height } = this.picture.room;
    const { scale } = this.view;
    this.#scrollTo(x * scale - width / 2, y * scale - height / 2);
  }
  reveal(box: Box, gently: boolean): void {
    const { scene, room, minimap } = this.picture;
    if (!scene) return;
    const { view } = this;
    const margin = viewport.margins(scene.drawing, room, view.scale);
    const shown = viewport.reveal(view, box, room, margin);
    const { left, top } = shown;
    const { x, y } = viewport.origin(
      viewport.bounded(shown, scene.drawing, room),
      scene.drawing,
      room,
    );
    minimap?.makeWay(room, {
      x: x + (box.x + box.width) * view.scale,
      y: y + (box.y + box.height) * view.scale,
    });
    if (left === view.left && top === view.top) return;
    this.#scrollTo(left, top, gently);
  }

  /** Gives the picture its size on the screen. */
  size(drawing: Drawing): void {
    const { scene, minimap, region, room } = this.picture;
    if (!scene) return;
    const { svg } = scene;
    svg.style.width = `${drawing.width * this.scale}px`;
    svg.style.height = `${drawing.height * this.scale}px`;
    svg.classList.toggle('far', this.scale < legible);
    const cut = viewport.isCut(this.scale, drawing, room);
    minimap?.svg.toggleAttribute('hidden', !cut);
    // In another room it would not be in its corner any more.
    minimap?.svg.style.removeProperty('bottom');
    region?.classList.toggle('cut', cut);
  }
  showWindow(): void {
    const { scene, minimap } = this.picture;
    if (!scene) return;
    const seen = this.seen(scene.drawing);
    minimap?.showWindow(seen);
    scene.cull(seen);
  }
}

/** A step that both drawings have: one that was looked at, or any. */
function anchorOf(
  old: Drawing,
  now: Drawing,
  steps: readonly (number | null)[],
): { from: Box; to: Box } | null {
  const places = new Map(now.boxes.map((box) => [box.label, box]));
  const first = old.boxes.filter(({ step }) => steps.includes(step));
  for (const from of [...first, ...old.boxes]) {
    const to = places.get(from.label);
    if (to) return { from, to };
  }
  return null;
}
