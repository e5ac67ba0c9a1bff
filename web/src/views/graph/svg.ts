/** Makes an SVG element within a parent. */
export function make<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number>,
  parent?: Element,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  parent?.append(element);
  return element;
}

/** Only what differs: a browser does not look whether it does. */
export function write(element: Element, name: string, value: string | number): void {
  if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, `${value}`);
}
