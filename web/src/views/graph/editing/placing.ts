/** Where things stand over the picture. */

const narrowest = 180;

/** Puts a field over a box, within the region. */
export function placeOver(field: HTMLElement, over: Element, region: Element): void {
  const origin = field.offsetParent?.getBoundingClientRect();
  if (!origin) return;
  const box = over.getBoundingClientRect();
  const room = region.getBoundingClientRect();
  const width = Math.min(Math.max(box.width, narrowest), room.width);
  const kept = (at: number, low: number, high: number) => Math.max(low, Math.min(at, high));
  const left = kept(box.left + (box.width - width) / 2, room.left, room.right - width);
  const top = kept(box.top + 4, room.top, room.bottom - field.offsetHeight);
  field.style.width = `${width}px`;
  field.style.left = `${left - origin.left}px`;
  field.style.top = `${top - origin.top}px`;
}

/** Scrolls until a step is neither outside the region nor under the bar. */
export function bringToSight(step: Element, region: Element, bar: Element): void {
  const box = step.getBoundingClientRect();
  const room = region.getBoundingClientRect();
  const bottom = bar.getBoundingClientRect().top;
  const isIn =
    box.left >= room.left &&
    box.right <= room.right &&
    box.top >= Math.max(0, room.top) &&
    box.bottom <= bottom;
  if (!isIn) step.scrollIntoView({ block: 'center', inline: 'center' });
}
