/** Saves what is shown as a picture file. Loaded when it is asked for. */
import { textOf } from '../../state/typed';
import { download, fileNameFor } from '../download';
import { pictureAsSvg, svgAsPng } from './export';
import type { Rect } from './viewport';

export interface Saved {
  svg: SVGSVGElement;
  /** The part that is on the screen, in the drawing's own units. */
  shown: Rect;
  scale: number;
  /** The pipeline's, whatever a file holds there. */
  name: unknown;
  format: 'svg' | 'png';
}

/** Enough for a projector or a page of print. */
const sharpness = 2;

export async function savePicture({ svg, shown, scale, name, format }: Saved): Promise<void> {
  const text = pictureAsSvg(svg, shown, scale);
  const [width, height] = [shown.width * scale, shown.height * scale];
  const file =
    format === 'svg'
      ? new Blob([text], { type: 'image/svg+xml' })
      : await svgAsPng(text, width, height, sharpness);
  download(file, fileNameFor(textOf(name) || 'pipeline', format));
}
