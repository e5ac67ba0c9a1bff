/** The whole name of a step whose name is shortened in its box: shown when one points at it or gets to it. */
export function tellWhole(
  label: HTMLElement | null,
  region: HTMLElement | null,
  target: EventTarget | null,
): void {
  if (!label || !region) return;
  const group = target instanceof Element ? target.closest<SVGGElement>('[data-whole]') : null;
  label.hidden = !group;
  if (!group) return;
  label.textContent = group.getAttribute('data-whole');
  const box = group.getBoundingClientRect();
  const outer = region.getBoundingClientRect();
  const left = box.left - outer.left + box.width / 2 - label.offsetWidth / 2;
  const most = outer.width - label.offsetWidth - 4;
  label.style.left = `${Math.max(4, Math.min(most, left))}px`;
  // It hangs on the region's lower edge.
  const top = Math.max(outer.top + 4, box.top - label.offsetHeight - 6) - outer.bottom;
  label.style.top = `${top}px`;
}
