/** Where a hint stands: under what it speaks of, else above it, and always in the window. */

const air = 8;
const edge = 12;

/** Null when there is nothing to speak of. `free` is what it must not cover. */
export function placeFor(
  hint: HTMLElement,
  target: HTMLElement | null,
  free: HTMLElement | null,
): { x: number; y: number } | null {
  if (!target || !free) return null;
  const { left, right, width: wide } = target.getBoundingClientRect();
  const { top, bottom } = free.getBoundingClientRect();
  if (wide === 0) return null;
  const { offsetWidth: width, offsetHeight: height } = hint;
  const root = getComputedStyle(document.documentElement);
  const floor = innerHeight - Number.parseFloat(root.getPropertyValue('--bar')) - edge - height;
  const above = top - air - height;
  const y = bottom + air <= innerHeight - edge - height ? bottom + air : Math.min(above, floor);
  return {
    x: Math.max(
      edge,
      left > innerWidth / 2 ? right - width : Math.min(left, innerWidth - edge - width),
    ),
    y: Math.max(edge, y),
  };
}
