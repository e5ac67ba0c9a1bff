/** A whole trace as a file: the lines that `orchestrator trace` prints. */
import { html } from 'lit';
import { inSlices } from '../../engine/slices';
import type { Algorithm, Study } from '../../engine/studies';
import type { Session } from '../../state/session';
import { deskOf } from '../../state/study_desk';
import { textOf } from '../../state/typed';
import { download, fileNameFor } from '../download';

export type Format = 'text' | 'json';
/** JSON with an event a line is a format of its own. */
const files: Readonly<Record<Format, { extension: string; type: string }>> = {
  text: { extension: 'txt', type: 'text/plain;charset=utf-8' },
  json: { extension: 'jsonl', type: 'application/x-ndjson' },
};
/** Each part costs as much as the graph is large, and is to be done within a frame or two. */
const atATime = 5000;

export function saveTrace(session: Session, algorithm: Algorithm, asName: string) {
  const button = (format: Format, words: string) =>
    html`<button @click=${() => void save(session, algorithm, format)}>${words}</button>`;
  return html`<div class="foot" role="group" aria-label="Save ${asName}">
    <span class="soft small">Save ${asName}</span>
    ${button('text', 'As text')} ${button('json', 'As JSON')}
  </div>`;
}

async function save(session: Session, algorithm: Algorithm, format: Format): Promise<void> {
  const { analysis } = session;
  const study = await deskOf(session).opened();
  if (!study || session.analysis !== analysis) return;
  const parts = await linesOf(
    study,
    algorithm,
    format,
    analysis.length,
    () => session.analysis === analysis,
  );
  if (!parts) return;
  const { extension, type } = files[format];
  const name = textOf(session.store.definition.name) || 'pipeline';
  const kind = algorithm === 'kahn' ? 'trace' : 'depth-first';
  download(new Blob(parts, { type }), fileNameFor(`${name} ${kind}`, extension));
}

/** Null when they are not wanted any more. */
export function linesOf(
  study: Study,
  algorithm: Algorithm,
  format: Format,
  kahnEvents: number,
  wanted: () => boolean,
): Promise<string[] | null> {
  const length = algorithm === 'kahn' ? kahnEvents : study.depth.length;
  return inSlices(
    (function* () {
      const parts: string[] = [];
      for (let from = 0; from < length; from += atATime) {
        parts.push(study.lines(algorithm, format, from, Math.min(from + atATime, length)));
        yield;
      }
      return parts;
    })(),
    () => {},
    wanted,
  );
}
