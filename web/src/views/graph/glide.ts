/**
 * Zooming by a gesture: while it lasts the picture is only moved and stretched as it was painted, which takes a browser
 * next to nothing; when it rests it is painted anew.
 */
import type { Camera, Picture } from './camera';
import type { Moves } from './gestures';
import { bounded, origin, type View, visible, zoomAt } from './viewport';

/** Made smaller than this, a picture as it was painted would be much more to paint than one painted for its size. */
const smallest = 0.5;
/** A gesture rests when so many milliseconds bring nothing new. */
const restAfter = 150;

export class Glide implements Moves {
  /** Where the picture was painted, and where it is shown. */
  #under: { painted: View; shown: View } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly camera: Camera,
    private readonly picture: Picture,
  ) {}

  pan(dx: number, dy: number): void {
    if (!this.#under) {
      this.camera.pan(dx, dy);
      return;
    }
    const { scale, left, top } = this.#under.shown;
    this.#show({ scale, left: left - dx, top: top - dy });
  }

  zoom(factor: number, x: number, y: number): void {
    const { scene, room } = this.picture;
    if (!scene) return;
    if (!this.#under) {
      const { view } = this.camera;
      this.#under = { painted: view, shown: view };
      this.camera.glide = this;
    }
    this.#show(zoomAt(this.#under.shown, factor, { x, y }, scene.drawing, room));
    clearTimeout(this.#timer);
    const { painted, shown } = this.#under;
    if (shown.scale < painted.scale * smallest) this.settle();
    else this.#timer = setTimeout(() => this.settle(), restAfter);
  }

  settle(): void {
    const { shown } = this.#under ?? {};
    clearTimeout(this.#timer);
    this.#under = null;
    this.camera.glide = null;
    const style = this.picture.scene?.svg.style;
    style?.removeProperty('transform');
    style?.removeProperty('will-change');
    if (shown) this.camera.show(shown);
  }

  #show(wanted: View): void {
    const { scene, room, minimap } = this.picture;
    if (!this.#under || !scene) return;
    const { drawing, svg } = scene;
    const shown = bounded(wanted, drawing, room);
    const { painted } = this.#under;
    this.#under.shown = shown;
    const [from, to] = [origin(painted, drawing, room), origin(shown, drawing, room)];
    svg.style.willChange = 'transform';
    svg.style.transform = `translate(${to.x - from.x}px, ${to.y - from.y}px) scale(${shown.scale / painted.scale})`;
    const seen = visible(shown, drawing, room);
    scene.cull(seen);
    minimap?.showWindow(seen);
  }
}
