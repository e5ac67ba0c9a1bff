/** What this is, which version, and the licences of what is in it. Loaded when it is asked for. */
import { css, html, LitElement } from 'lit';
import { version } from '../../../../package.json';
import { base, controls } from '../../styles/shared';
import { closeOnBackdrop, dialogs } from '../dialogs';
import { licences, notices } from './licences';

class AboutDialog extends LitElement {
  static override styles = [
    base,
    controls,
    dialogs,
    css`
      ul {
        margin: 0;
        padding-left: var(--s5);
      }
      summary,
      p {
        padding: var(--s2) 0;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="about" @click=${closeOnBackdrop} @close=${() => this.remove()}>
      <div class="top">
        <h2 id="about">About Run Orchestrator</h2>
        <form method="dialog"><button>Close</button></form>
      </div>
      <p>
        Version ${version}. A lesson on topological sorting: define a pipeline, break it with a cycle, watch Kahn's
        algorithm event by event, mend it and run it. Nothing you do here leaves your browser.
      </p>
      <h3>What is in it</h3>
      <ul>
        ${notices.map(([name, licence, notice]) => html`<li>${name}: ${licence}. <span class="soft">${notice}</span></li>`)}
      </ul>
      ${licences.map(
        ([title, ...paragraphs]) => html`<details>
          <summary>${title}</summary>
          ${paragraphs.map((text) => html`<p class="soft small">${text}</p>`)}
        </details>`,
      )}
    </dialog>`;
  }
}

export function openAbout(beside: ParentNode): void {
  if (!customElements.get('about-dialog')) customElements.define('about-dialog', AboutDialog);
  beside.append(new AboutDialog());
}
