/** A region is a stop for the keyboard only while there is something to scroll; for afterRender. */
export function focusableWhileScrolling(region: Element) {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = region;
  const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight;
  if (scrolls === region.hasAttribute('tabindex')) return undefined;
  return () => {
    if (scrolls) region.setAttribute('tabindex', '0');
    else if (!region.matches(':focus')) region.removeAttribute('tabindex');
  };
}
