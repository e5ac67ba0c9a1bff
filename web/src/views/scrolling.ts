/** A region is a stop for the keyboard only while there is something to scroll. */
export function focusableWhileScrolling(region: Element | null): void {
  if (!region) return;
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = region;
  if (scrollWidth > clientWidth || scrollHeight > clientHeight) {
    region.setAttribute('tabindex', '0');
  } else if (!region.matches(':focus')) {
    region.removeAttribute('tabindex');
  }
}
