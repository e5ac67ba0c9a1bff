/** Work that would be gone without anybody having wished so is kept as a copy, unless it is there in another way. */
import { samples } from '../lesson/samples';
import { type Copy, copiesIn, copyOf, keepCopy } from './copies';
import type { Document } from './document';
import { textOf } from './typed';

/** Null when nothing is lost, otherwise a sentence that says why it could not be kept. */
export function keepLeftOver(
  storage: () => Storage,
  document: Document,
  cursor: number,
  at = Date.now(),
): string | null {
  const { definition } = document;
  const text = JSON.stringify(definition);
  const isThere = [
    ...samples.map((sample) => sample.definition),
    ...copiesIn(storage).map((copy) => copy.document.definition),
  ].some((other) => JSON.stringify(other) === text);
  if (isThere || definition.steps.length === 0) return null;
  const name = textOf(definition.name) || 'A pipeline without a name';
  const copy: Copy = { ...copyOf(`${name} (left over)`, document, cursor), at };
  return keepCopy(storage, copy);
}
