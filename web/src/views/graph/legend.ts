/** What the number, the arrows and the dashes mean, where the picture needs it. */
import { html, nothing } from 'lit';

export function legend(hasCycle: boolean, isRun: boolean) {
  return html`<ul class="legend" aria-label="Legend">
    <li><span class="sample">1</span> ${isRun ? 'dependencies not settled' : 'in-degree: still counts'}</li>
    <li>${arrow('counting')} dependency</li>
    <li>${arrow('off')} ${isRun ? 'settled' : 'taken off'}</li>
    ${hasCycle ? html`<li>${arrow('back')} closes a cycle</li>` : nothing}
  </ul>`;
}

function arrow(kind: string) {
  return html`<svg width="34" height="10" aria-hidden="true" class="arrow ${kind}">
    <path class="line" d="M1 5h25" />
    <path class="head" d="M33 5 24 .5v9z" />
  </svg>`;
}
