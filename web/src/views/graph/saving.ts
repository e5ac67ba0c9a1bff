/** Saves what is shown as a picture file. Loaded when it is asked for. */
import { textOf } from '../../state/typed';
import { fileNameFor, pictureAsSvg, svgAsPng } from './export';
import type { Size, View } from './viewport';

export interface Saved {
  svg: SVGSVGElement;
  view: View;
  region: Size;
  drawing: Size;
  /** The pipeline's, whatever a file holds there. */
  name: unknown;
  format: 'svg' | 'png';
}

/** Enough for a projector or a page of print. */
const sharpness = 2;

export async function savePicture({
  svg,
  view,
  region,
  drawing,
  name,
  format,
}: Saved): Promise<void> {
  const shown = shownOf(view, region, drawing);
  const text = pictureAsSvg(svg, shown, view.scale);
  const [width, height] = [shown.width * view.scale, shown.height * view.scale];
  const file =
    format === 'svg'
      ? new Blob([text], { type: 'image/svg+xml' })
      : await svgAsPng(text, width, height, sharpness);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileNameFor(textOf(name) || 'pipeline', format);
  link.click();
  // The browser has begun to read the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The part of the drawing that is on the screen. */
function shownOf({ scale, left, top }: View, region: Size, drawing: Size) {
  const x = Math.max(0, -left / scale);
  const y = Math.max(0, -top / scale);
  return {
    x,
    y,
    width: Math.min(drawing.width, (region.width - left) / scale) - x,
    height: Math.min(drawing.height, (region.height - top) / scale) - y,
  };
}
