/** What is said below the text: how it stands with a draft, and everything that is wrong. */
import { html, nothing } from 'lit';
import type { Mend } from '../../state/mend';
import { grouped } from '../../state/words';
import { icon } from '../icons';
import { mendButtons } from '../mend_buttons';
import type { Finding } from './findings';
import type { Lines } from './lines';

/** The list of problems has the others. */
const mostListed = 50;

/** `throwAway` is given the words in which it can be undone. */
export function draftTemplate(
  isApart: boolean,
  does: { keepWriting(): void; throwAway(label: string): void },
) {
  if (isApart) {
    return html`<p>
        The pipeline has been changed elsewhere, and this text cannot be read yet. Both are kept. Once the text can be
        read it takes the place of those changes; undo brings them back.
      </p>
      <div class="ways">
        <button @click=${does.keepWriting}>Keep writing</button>
        <button @click=${() => does.throwAway("take the table's text")}>Take the table's</button>
      </div>`;
  }
  return html`<p>
      This text is no pipeline yet, so the picture and the table keep the last one that was. The text is kept until it
      can be read.
    </p>
    <div class="ways">
      <button @click=${() => does.throwAway('throw the text away')}>Throw this text away</button>
    </div>`;
}

export function findingsTemplate(
  findings: readonly Finding[],
  lines: Lines,
  does: { select(from: number, to: number): void; mend(mend: Mend): void },
) {
  if (findings.length === 0) return nothing;
  const more = findings.length - mostListed;
  const entry = ({ severity, message, hint, from, to, mends }: Finding, at: number) => {
    const { line, column } = lines.placeOf(from);
    return html`<li class=${severity}>
      ${icon('error')}
      <div>
        <button class="link" aria-describedby="finding-${at}" @click=${() => does.select(from, to)}>
          Line ${line}, column ${column}</button
        >: <span id="finding-${at}"><span class="unseen">${severity}: </span><bdi>${message}</bdi></span>
        ${hint ? html`<p class="soft small">${hint}</p>` : nothing}
        ${mendButtons(mends, `finding-${at}`, does.mend)}
      </div>
    </li>`;
  };
  return html`<ul aria-label="Problems in the text">
      ${findings.slice(0, mostListed).map(entry)}
    </ul>
    ${more > 0 ? html`<p class="soft small">And ${grouped(more)} more.</p>` : nothing}`;
}
