/** The picture as a file of its own: what is shown, with its colours and fonts inside, for other programs. */

const svgNamespace = 'http://www.w3.org/2000/svg';

const graphics = new Set('g path rect circle ellipse line polyline polygon text tspan'.split(' '));
const containers = new Set(['g', 'text', 'tspan']);
const lengths = ['x', 'y', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r'];
const geometry = [...lengths, 'd', 'points', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'transform'];

/** What a property is unless somebody says otherwise. */
type Properties = ReadonlyMap<string, string>;
const properties = (values: Record<string, string>) => new Map(Object.entries(values));
/** Handed down from a group to what is in it. */
const inherited: Properties = properties({
  fill: '#000000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
});
const inheritedByText: Properties = properties({
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'font-variant': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  direction: 'ltr',
});
const own: Properties = properties({ opacity: '1', 'vector-effect': 'none' });
const ownOfText: Properties = properties({ 'unicode-bidi': 'normal' });

/** A part of the picture, in its own units. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A stand-alone SVG file of exactly the part `shown`, in the units of the source's viewBox; `scale` times as large. Looks
 * as the source does at this moment: the theme's colours are resolved, names are text.
 */
export function pictureAsSvg(source: SVGSVGElement, shown: Part, scale: number): string {
  const file = document.implementation.createDocument(svgNamespace, 'svg');
  const root = file.documentElement;
  const { x, y, width, height } = shown;
  root.setAttribute('width', String(rounded(width * scale)));
  root.setAttribute('height', String(rounded(height * scale)));
  root.setAttribute('viewBox', [x, y, width, height].map(rounded).join(' '));
  const label = source.getAttribute('aria-label');
  if (label) append(root, 'title').textContent = allowed(label);
  const ground = append(root, 'rect');
  for (const [name, value] of Object.entries(shown)) ground.setAttribute(name, `${rounded(value)}`);
  ground.setAttribute('fill', surfaceBehind(source));
  const toSource = source.getScreenCTM()?.inverse();
  copyInto(root, source, {
    effective: new Map([...inherited, ...inheritedByText]),
    isSeen: (element) => {
      const matrix = element.getScreenCTM();
      const place = matrix && toSource ? toSource.multiply(matrix) : new DOMMatrix();
      return touches(shown, element, place);
    },
  });
  return new XMLSerializer().serializeToString(file);
}

interface Surroundings {
  effective: Properties;
  isSeen(element: SVGGraphicsElement): boolean;
}

function copyInto(parent: Element, source: Element, around: Surroundings): void {
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      if (parent.localName === 'text' || parent.localName === 'tspan') {
        parent.append(allowed(child.nodeValue ?? ''));
      }
    } else if (child instanceof SVGGraphicsElement && graphics.has(child.localName)) {
      copyElement(parent, child, around);
    }
  }
}

function copyElement(parent: Element, source: SVGGraphicsElement, around: Surroundings): void {
  const style = getComputedStyle(source);
  if (style.display === 'none' || Number(style.opacity) === 0) return;
  const tag = source.localName;
  if (tag !== 'g' && (style.visibility !== 'visible' || !around.isSeen(source))) return;
  const copy = append(parent, tag);
  copyGeometry(copy, source, style);
  const effective = tag === 'g' ? around.effective : copyInherited(copy, style, around.effective);
  const isText = tag === 'text' || tag === 'tspan';
  for (const [name, usual] of isText ? [...own, ...ownOfText] : own) {
    const value = style.getPropertyValue(name);
    if (value && value !== usual) copy.setAttribute(name, value);
  }
  if (!containers.has(tag)) {
    if (effective.get('fill') === 'none' && effective.get('stroke') === 'none') copy.remove();
    return;
  }
  copyInto(copy, source, { ...around, effective });
  if (!copy.hasChildNodes()) copy.remove();
}

function copyGeometry(copy: Element, source: SVGGraphicsElement, style: CSSStyleDeclaration): void {
  for (const name of geometry) {
    const value = source.getAttribute(name);
    if (value !== null) copy.setAttribute(name, shortened(value));
  }
  if (source.style.transform || !source.hasAttribute('transform')) {
    if (style.transform !== 'none') copy.setAttribute('transform', shortened(style.transform));
  }
  if (copy.localName !== 'rect' && copy.localName !== 'circle') return;
  // A style sheet may say how large a shape is.
  for (const name of lengths) {
    const value = style.getPropertyValue(name);
    if (!source.hasAttribute(name) && /^[\d.-]+px$/.test(value) && Number.parseFloat(value) !== 0) {
      copy.setAttribute(name, plain(value));
    }
  }
}

/** Writes what differs from what is handed down; what the element hands down in turn. */
function copyInherited(copy: Element, style: CSSStyleDeclaration, above: Properties): Properties {
  const isText = copy.localName === 'text' || copy.localName === 'tspan';
  const values = new Map<string, string>();
  for (const name of (isText ? above : inherited).keys()) {
    values.set(name, plain(style.getPropertyValue(name)));
  }
  for (const paint of ['fill', 'stroke']) {
    const [colour, opacity] = colourOf(values.get(paint) ?? 'none');
    const share = Number(values.get(`${paint}-opacity`) || 1) * opacity;
    values.set(paint, colour).set(`${paint}-opacity`, String(rounded(share)));
    // How it is painted does not matter where it is not.
    if (colour !== 'none') continue;
    for (const name of values.keys()) if (name.startsWith(`${paint}-`)) values.delete(name);
  }
  const effective = new Map(above);
  for (const [name, value] of values) {
    if (value === '' || value === above.get(name)) continue;
    copy.setAttribute(name, value);
    effective.set(name, value);
  }
  if (isText && style.whiteSpace.startsWith('pre')) {
    copy.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  }
  return effective;
}

/** Whether any of the element, with its line, is within the part. */
function touches(shown: Part, element: SVGGraphicsElement, place: DOMMatrix): boolean {
  const box = element.getBBox();
  const margin = Number.parseFloat(getComputedStyle(element).strokeWidth) || 0;
  const [left, top] = [box.x - margin, box.y - margin];
  const [right, bottom] = [box.x + box.width + margin, box.y + box.height + margin];
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x, y]) => new DOMPoint(x, y).matrixTransform(place));
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return (
    Math.max(...xs) >= shown.x &&
    Math.min(...xs) <= shown.x + shown.width &&
    Math.max(...ys) >= shown.y &&
    Math.min(...ys) <= shown.y + shown.height
  );
}

/** The first ground behind the picture that covers what is under it; white when there is none. */
function surfaceBehind(source: Element): string {
  for (let at: Element | null = source; at; at = parentOf(at)) {
    const [colour, opacity] = colourOf(getComputedStyle(at).backgroundColor);
    if (opacity === 1 && colour !== 'none') return colour;
  }
  return '#ffffff';
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** "#rrggbb" or "none", and how opaque. Other programs know neither rgb() with slashes nor the newer colour spaces. */
function colourOf(value: string): [string, number] {
  const numbers = /^rgba?\(([^)]+)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers ?? pixelOf(value);
  if (opacity === 0) return ['none', 0];
  const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0'));
  return [`#${hex.join('')}`, opacity];
}

function pixelOf(value: string): number[] {
  if (!CSS.supports('color', value)) return [0, 0, 0, 0];
  const brush = canvasOf(1, 1).getContext('2d');
  if (!brush) return [0, 0, 0, 1];
  brush.fillStyle = value;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** Lengths without their unit: "1.5px" is 1.5. */
function plain(value: string): string {
  return value.replace(/(?<=\d)px\b/g, '');
}

/** No number in it has more than three decimals. */
function shortened(value: string): string {
  return value.replace(/\d+\.\d{4,}(?!\d*e)/g, (number) => String(rounded(Number(number))));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function append(parent: Element, tag: string): Element {
  const child = parent.ownerDocument.createElementNS(svgNamespace, tag);
  parent.append(child);
  return child;
}

/** Without the characters that no XML file may hold. */
function allowed(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** Every browser makes a canvas of this size, those of telephones too. */
const longestSide = 8192;
const mostPixels = 4096 * 4096;

/**
 * The SVG file as a PNG file of `width` × `height` times `pixelRatio` pixels, or of as many as a canvas can have. Rejects
 * with a sentence when the browser cannot draw it.
 */
export async function svgAsPng(
  svg: string,
  width: number,
  height: number,
  pixelRatio: number,
): Promise<Blob> {
  const ratio = Math.min(
    pixelRatio,
    longestSide / Math.max(width, height),
    Math.sqrt(mostPixels / (width * height)),
  );
  const canvas = canvasOf(Math.round(width * ratio), Math.round(height * ratio));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  const drawn = image.decode().then(() => {
    const brush = canvas.getContext('2d');
    if (!brush || canvas.width === 0 || canvas.height === 0) throw new Error('No canvas');
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  });
  const file = await drawn.catch(() => null);
  if (!file)
    throw new Error('This browser could not make a PNG of the picture. Save it as SVG instead.');
  return file;
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}
