/** Bars that fill with the events, one for each kind of operation, as long as there are operations of it. */
import { html } from 'lit';
import { counted, grouped } from '../../state/words';

export interface Bar {
  label: string;
  done: number;
  of: number;
  what: 'step' | 'dependency';
}

export function costBar(bars: readonly Bar[]) {
  const longest = Math.max(...bars.map((bar) => bar.of), 1);
  return html`<dl>
    ${bars.map(
      ({ label, done, of, what }) => html`<dt>
          ${grouped(done)} of
          ${counted(of, what, what === 'step' ? 'steps' : 'dependencies')} ${label}
        </dt>
        <dd class="bar" .style=${`width: ${(of / longest) * 100}%`}>
          <span .style=${`width: ${of === 0 ? 0 : (done / of) * 100}%`}></span>
        </dd>`,
    )}
  </dl>`;
}
