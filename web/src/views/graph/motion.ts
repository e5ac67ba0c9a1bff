/** Short movements that show what went where. The next event may interrupt them; reduced motion does without. */

const travelTime = 240;

export function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A token runs along a dependency that is being taken off, or back again. */
export function travel(token: SVGElement, line: string, back = false): Animation | null {
  stop(token);
  if (still()) return null;
  token.style.offsetPath = `path("${line}")`;
  const way = back ? ['100%', '0%'] : ['0%', '100%'];
  return start(
    token,
    way.map((offsetDistance) => ({ offsetDistance, opacity: 1 })),
  );
}

/** A token runs along one line after the other: round a cycle. */
export async function tour(token: SVGElement, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const animation = travel(token, line);
    if (!animation) return;
    // Interrupted by the next event, it ends.
    const arrived = await animation.finished.then(
      () => true,
      () => false,
    );
    if (!arrived) return;
  }
}

/** A step's name flies from one place of the page to another, and is gone. */
export function fly(ghost: HTMLElement, from: DOMRect, to: DOMRect): void {
  stop(ghost);
  if (still()) return;
  const [dx, dy] = [to.left - from.left, to.top - from.top];
  ghost.style.left = `${from.left}px`;
  ghost.style.top = `${from.top}px`;
  start(ghost, [
    { transform: 'none', opacity: 0.9 },
    { transform: `translate(${dx}px, ${dy}px)`, opacity: 0.9, offset: 0.9 },
    { transform: `translate(${dx}px, ${dy}px)`, opacity: 0 },
  ]);
}

// To ask an element for its animations would make the browser compute all styles first.
const running = new WeakMap<Element, Animation>();

function start(element: Element, keyframes: Keyframe[]): Animation {
  const animation = element.animate(keyframes, { duration: travelTime, easing: 'ease-in-out' });
  running.set(element, animation);
  return animation;
}

export function stop(element: Element): void {
  running.get(element)?.cancel();
}

/** Scrolls a region to an element below the head that stays over it, and nothing else; for afterRender. */
export function keepInSight(region: Element | null, element: Element | null, head: Element | null) {
  if (!region || !element || !head) return undefined;
  const outer = region.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const room = 40;
  const left = beyond(inner.left - room, inner.right + room, outer.left, outer.right);
  const low = head.getBoundingClientRect().bottom - room;
  const top = beyond(inner.top - room, inner.bottom + room, low, outer.bottom);
  if (left === 0 && top === 0) return undefined;
  return () => region.scrollBy({ left, top, behavior: still() ? 'instant' : 'smooth' });
}

/** How much of the region has to be on the screen before the page is scrolled along with the trace. */
const watched = 120;

/** Scrolls the page to a part of the region. Somebody who steps while reading further down is left there. */
export function scrollPageTo(region: Element, part: { top: number; bottom: number }) {
  // How much of the window is covered by what stays there; nothing on wide screens, where the page stays where it is.
  const bar = Number.parseFloat(document.documentElement.style.getPropertyValue('--bar')) || 0;
  if (bar === 0) return undefined;
  const outer = region.getBoundingClientRect();
  const edge = innerHeight - bar;
  if (outer.bottom < watched || outer.top > edge - watched) return undefined;
  const room = 40;
  const top = beyond(outer.top + part.top - room, outer.top + part.bottom + room, 0, edge);
  if (top === 0) return undefined;
  return () => scrollBy({ top, behavior: still() ? 'instant' : 'smooth' });
}

function beyond(start: number, end: number, low: number, high: number): number {
  if (start < low) return start - low;
  if (end > high) return Math.min(end - high, start - low);
  return 0;
}
