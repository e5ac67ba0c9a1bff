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
  return token.animate(
    way.map((offsetDistance) => ({ offsetDistance, opacity: 1 })),
    { duration: travelTime, easing: 'ease-in-out' },
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
  ghost.animate(
    [
      { transform: 'none', opacity: 0.9 },
      { transform: `translate(${dx}px, ${dy}px)`, opacity: 0.9, offset: 0.9 },
      { transform: `translate(${dx}px, ${dy}px)`, opacity: 0 },
    ],
    { duration: travelTime, easing: 'ease-in-out' },
  );
}

export function stop(element: Element): void {
  for (const running of element.getAnimations()) running.cancel();
}

/** Scrolls a region to an element, and nothing else. */
export function keepInSight(region: Element | null, element: Element | null): void {
  if (!region || !element) return;
  const outer = region.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const room = 40;
  const left = beyond(inner.left - room, inner.right + room, outer.left, outer.right);
  const top = beyond(inner.top - room, inner.bottom + room, outer.top, outer.bottom);
  if (left !== 0 || top !== 0) {
    region.scrollBy({ left, top, behavior: still() ? 'instant' : 'smooth' });
  }
}

/** How much of the region has to be on the screen before the page is scrolled along with the trace. */
const watched = 120;

/** Scrolls the page to a part of the region. Somebody who steps while reading further down is left there. */
export function scrollPageTo(region: Element, part: { top: number; bottom: number }): void {
  const bar = Number.parseFloat(getComputedStyle(region).getPropertyValue('--bar')) || 0;
  const outer = region.getBoundingClientRect();
  const edge = innerHeight - bar;
  if (bar === 0 || outer.bottom < watched || outer.top > edge - watched) return;
  const room = 40;
  const top = beyond(outer.top + part.top - room, outer.top + part.bottom + room, 0, edge);
  if (top !== 0) scrollBy({ top, behavior: still() ? 'instant' : 'smooth' });
}

function beyond(start: number, end: number, low: number, high: number): number {
  if (start < low) return start - low;
  if (end > high) return Math.min(end - high, start - low);
  return 0;
}
