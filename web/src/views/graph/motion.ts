/** Short movements that show what went where. The next event may interrupt them; reduced motion does without. */

const travelTime = 240;

function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A token runs along a dependency: the one that is being taken off. */
export function travel(token: Element | null, line: Element | null): void {
  const path = line?.getAttribute('d');
  if (!(token instanceof SVGElement) || !path || still()) return;
  for (const running of token.getAnimations()) running.cancel();
  token.style.offsetPath = `path("${path}")`;
  token.animate(
    [
      { offsetDistance: '0%', opacity: 1 },
      { offsetDistance: '100%', opacity: 1 },
    ],
    { duration: travelTime, easing: 'ease-in-out' },
  );
}

/** How much of the region has to be on the screen before the page is scrolled along with the trace. */
const watched = 120;

/** Scrolls a picture that is larger than its region, or than the part of the window left to it, to the element. */
export function keepInSight(
  region: Element | null,
  element: Element | null,
  withPage = true,
): void {
  if (!region || !element) return;
  const bar = Number.parseFloat(getComputedStyle(region).getPropertyValue('--bar')) || 0;
  const outer = region.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const room = 40;
  const left = beyond(inner.left - room, inner.right + room, outer.left, outer.right);
  const top = beyond(inner.top - room, inner.bottom + room, outer.top, outer.bottom);
  if (left !== 0 || top !== 0) {
    region.scrollBy({ left, top, behavior: still() ? 'instant' : 'smooth' });
  }
  // Somebody who steps while reading further down is left there.
  const edge = innerHeight - bar;
  if (!withPage || bar === 0 || outer.bottom < watched || outer.top > edge - watched) return;
  const by = beyond(inner.top - room, inner.bottom + room, 0, edge);
  if (by !== 0) scrollBy({ top: by, behavior: still() ? 'instant' : 'smooth' });
}

function beyond(start: number, end: number, low: number, high: number): number {
  if (start < low) return start - low;
  if (end > high) return Math.min(end - high, start - low);
  return 0;
}
