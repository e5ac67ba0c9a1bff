/** How colours look: their difference, their contrast, and what colour-blind eyes see of them. */

/** Red, green and blue, each from 0 to 1: as written in a style sheet, or linear in light. */
export type Rgb = readonly [number, number, number];
/** Lightness and the two axes of CIELAB. */
export type Lab = readonly [number, number, number];

/** "#rrggbb" or "#rgb". */
export function parseHex(text: string): Rgb {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text)?.[1];
  if (!digits) throw new Error(`'${text}' is no colour in hexadecimal digits.`);
  const size = digits.length / 3;
  const part = (at: number) => {
    const pair = digits.slice(at * size, (at + 1) * size);
    return Number.parseInt(size === 1 ? pair + pair : pair, 16) / 255;
  };
  return [part(0), part(1), part(2)];
}

const map = ([r, g, b]: Rgb, change: (part: number) => number): Rgb => [
  change(r),
  change(g),
  change(b),
];

/** IEC 61966-2-1 (sRGB). */
export function toLinear(colour: Rgb): Rgb {
  return map(colour, (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

export function fromLinear(colour: Rgb): Rgb {
  return map(colour, (part) => {
    const within = Math.min(1, Math.max(0, part));
    return within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
  });
}

/** WCAG 2.2, "relative luminance". */
export function luminance(colour: Rgb): number {
  const [r, g, b] = toLinear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

export type Vision = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia';
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE TVCG 15(6), 2009: severity 1.0, for linear light.
 */
const deficiencies: Record<Exclude<Vision, 'normal'>, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (rows: Matrix, [x, y, z]: Rgb): Rgb => {
  const row = ([a, b, c]: Rgb) => a * x + b * y + c * z;
  return [row(rows[0]), row(rows[1]), row(rows[2])];
};

/** The colour as it looks to such eyes. */
export function seenWith(vision: Vision, colour: Rgb): Rgb {
  if (vision === 'normal') return colour;
  return fromLinear(times(deficiencies[vision], toLinear(colour)));
}

const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
/** The white of sRGB, D65. */
const white: Rgb = [0.95047, 1, 1.08883];

/** CIELAB, for D65. */
export function toLab(colour: Rgb): Lab {
  const [x, y, z] = times(toXyz, toLinear(colour));
  const f = (part: number) =>
    part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116;
  const [fx, fy, fz] = [f(x / white[0]), f(y / white[1]), f(z / white[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const degrees = Math.PI / 180;
const average = (a: number, b: number) => (a + b) / 2;

/**
 * CIEDE2000, after G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and
 * Application 30(1), 2005. About 1 can just be seen side by side.
 */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const chroma7 = average(Math.hypot(a1, b1), Math.hypot(a2, b2)) ** 7;
  const g = 0.5 * (1 - Math.sqrt(chroma7 / (chroma7 + 25 ** 7)));
  const [p1, p2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (p: number, b: number) => (p === 0 && b === 0 ? 0 : Math.atan2(b, p) / degrees);
  const [h1, h2] = [(hue(p1, b1) + 360) % 360, (hue(p2, b2) + 360) % 360];
  const grey = c1 * c2 === 0;

  let turn = grey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  const deltaL = l2 - l1;
  const deltaC = c2 - c1;
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degrees);

  let h = grey ? h1 + h2 : average(h1, h2);
  if (!grey && Math.abs(h1 - h2) > 180) h += h1 + h2 < 360 ? 180 : -180;
  const cosine = (angle: number) => Math.cos(angle * degrees);
  const t =
    1 -
    0.17 * cosine(h - 30) +
    0.24 * cosine(2 * h) +
    0.32 * cosine(3 * h + 6) -
    0.2 * cosine(4 * h - 63);
  const l50 = (average(l1, l2) - 50) ** 2;
  const c = average(c1, c2);
  const sl = 1 + (0.015 * l50) / Math.sqrt(20 + l50);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const rc = 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const rt = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * degrees) * rc;
  const [x, y, z] = [deltaL / sl, deltaC / sc, deltaH / sh];
  return Math.sqrt(x * x + y * y + z * z + rt * y * z);
}
