/** Waiting for whole tiers against starting each step as soon as it may. */
import { html } from 'lit';
import type { Show } from '../tabbed_view';
import { type Both, PairPanel } from './pair';
import { said } from './time';

export class TiersPair extends PairPanel {
  protected override readonly about =
    'A tier is all steps at the same distance from a start. Some engines run tier by tier, and start nothing of the next one until the whole tier is done.';
  protected override readonly sides = [
    { title: 'Tier by tier', options: { by_tiers: true } },
    { title: 'Each step when it is ready', options: { by_tiers: false } },
  ] as const;

  protected override tell({ first, second }: Both): string {
    const [tiers, ready] = [first.run.makespan, second.run.makespan];
    if (first.bars.length !== second.bars.length) {
      return `Tier by tier takes ${said(tiers)}, true readiness ${said(ready)}: a failure comes at another moment, so that other attempts are made.`;
    }
    if (tiers > ready) {
      return `Tier by tier takes ${said(tiers)}, true readiness ${said(ready)}: ${said(tiers - ready)} are lost where a step that may start waits for the slowest of the tier before.`;
    }
    if (tiers < ready) {
      return `Here tier by tier happens to be faster, ${said(tiers)} against ${said(ready)}: taking what is ready first is a good rule, not always the best.`;
    }
    if (first.run.workers === 1) {
      return `Both take ${said(ready)}: one worker takes one step after another either way. Choose more workers above.`;
    }
    return `Both take ${said(ready)} here: no step that ends the run has to wait for a slower one beside it.`;
  }
}

customElements.define('tiers-pair', TiersPair);

export const show: Show = (session) => html`<tiers-pair .session=${session}></tiers-pair>`;
