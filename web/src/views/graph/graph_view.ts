/** The pipeline as a picture: its steps in tiers, its dependencies as curves, and the state of the trace on all of them. */
import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Analysis } from '../../state/analysis';
import { blocksTrace, fieldOf } from '../../state/field_of';
import type { Frame } from '../../state/frame';
import { type Standing, wordsOf } from '../../state/standing';
import { clipped } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { iconPath } from '../icons';
import { focusableWhileScrolling } from '../scrolling';
import { View } from '../view';
import { describe, mostDrawn } from './description';
import { legend } from './legend';
import { keepInSight, travel } from './motion';
import { type Arrow, type Box, draw, type Picture, scaleFor } from './picture';
import { graphStyles } from './styles';

/** Below this width tiers run from top to bottom. */
const narrowBelow = 620;
/** Its line and a little air. */
const legendHeight = 44;
/** The figure is at least so tall, and grows by such steps, lest an edit shifts everything below it. */
const leastHeight = 300;
const heightStep = 120;

export class GraphView extends View {
  static override styles = [base, controls, states, graphStyles];

  #room = { width: 0, height: 0 };
  #picture: { analysis: Analysis; width: number; picture: Picture } | null = null;
  #shown: { analysis: Analysis; cursor: number } | null = null;
  readonly #observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    const height = Math.floor(entry?.contentRect.height ?? 0);
    if (width === this.#room.width && height === this.#room.height) return;
    this.#room = { width, height };
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override render() {
    const { analysis, frame } = this.session;
    const steps = analysis.definition.steps.length;
    if (steps === 0) return this.#invitation();
    const columns = this.session.engine.columns(analysis.definition);
    if (!frame || !columns.ok) return this.#obstacle();
    if (steps > mostDrawn) {
      return message(
        html`This pipeline has ${steps.toLocaleString('en')} steps. The picture is drawn up to
          ${mostDrawn}; the sentence, the queue and the tables below follow every event.`,
      );
    }
    if (this.#room.width === 0) return nothing;
    const picture = this.#pictureOf(analysis);
    const { x, y, width, height } = picture.view;
    const scale = this.#isNarrow
      ? 1
      : scaleFor(picture.view, this.#room.width, this.#room.height - legendHeight);
    const { about } = frame;
    return html`
      <div
        class="pan"
        role="region"
        aria-label="Graph of the pipeline"
        data-scrolls
      >
        <svg
          class="picture"
          role="img"
          aria-label=${describe(analysis.definition, columns)}
          width=${Math.round(width * scale)}
          height=${Math.round(height * scale)}
          viewBox="${x} ${y} ${width} ${height}"
        >
          ${picture.arrows.map((arrow) => arrowTemplate(arrow, frame))}
          ${repeat(
            picture.boxes,
            ({ step }) => step,
            (box) =>
              boxTemplate(box, {
                name: analysis.definition.steps[box.step]?.name ?? '',
                standing: frame.standing(box.step),
                inDegree: frame.inDegree(box.step),
                about: box.step === about,
              }),
          )}
          <circle class="token" r="6" />
        </svg>
      </div>
      ${legend(columns.back.length > 0)}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { analysis, frame, cursor } = this.session;
    const root = this.renderRoot;
    if (this.#room.width === 0) return;
    this.style.setProperty('--wanted', `${this.#wantedHeight()}px`);
    focusableWhileScrolling(root.querySelector('.pan'));
    const before = this.#shown;
    this.#shown = { analysis, cursor };
    if (!frame || (before?.analysis === analysis && before.cursor === cursor)) return;
    const region = root.querySelector('.pan');
    if (before?.analysis !== analysis) {
      // Another pipeline begins at its beginning; an edit of this one leaves the view where it was.
      const [first] = analysis.definition.steps;
      if (first?.name !== before?.analysis.definition.steps[0]?.name) {
        keepInSight(region, root.querySelector('.about') ?? root.querySelector('.box'), false);
      }
      return;
    }
    keepInSight(region, root.querySelector('.about'));
    if (frame.moment.kind === 'decrement' && cursor === before.cursor + 1) {
      travel(root.querySelector('.token'), root.querySelector('.arrow.now .line'));
    }
  }

  // From the width alone: the height it leads to must not lead to another one.
  #wantedHeight(): number {
    const view = this.#picture?.analysis === this.session.analysis && this.#picture.picture.view;
    if (!view) return leastHeight;
    const tall = view.height * scaleFor(view, this.#room.width, Infinity) + legendHeight;
    return leastHeight + heightStep * Math.ceil(Math.max(0, tall - leastHeight) / heightStep);
  }

  get #isNarrow(): boolean {
    return this.#room.width < narrowBelow;
  }

  #pictureOf(analysis: Analysis): Picture {
    const cached = this.#picture;
    const { width } = this.#room;
    if (cached?.analysis === analysis && cached.width === width) return cached.picture;
    const direction = this.#isNarrow ? 'down' : 'right';
    const found = this.session.engine.columns(analysis.definition);
    const columns = found.ok ? found : { ok: true as const, columns: [], back: [] };
    const picture = draw(analysis.definition, columns, { direction, length: width });
    this.#picture = { analysis, width, picture };
    return picture;
  }

  #invitation() {
    return message(
      html`<strong>This pipeline has no steps yet.</strong> An empty pipeline is already in order. Add a
        step, then another that depends on it.`,
      html`<button class="primary" @click=${() => this.#ask('add-step')}>Add the first step</button>`,
    );
  }

  #obstacle() {
    const errors = this.session.analysis.diagnostics.filter(blocksTrace);
    const [first] = errors;
    const { definition } = this.session.store;
    return message(
      html`<strong>This pipeline cannot be traced yet.</strong> Mend
        ${errors.length === 1 ? 'this' : `these ${errors.length} problems`} first:`,
      html`<ul>
          ${errors.slice(0, 4).map((error) => html`<li>${error.message}</li>`)}
        </ul>
        <button @click=${() => this.#ask('show-field', first && fieldOf(first, definition))}>Go to the first problem</button>`,
    );
  }

  #ask(what: 'add-step' | 'show-field', detail = ''): void {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true, detail }));
  }
}

function message(text: TemplateResult, more: TemplateResult | typeof nothing = nothing) {
  return html`<div class="message"><p>${text}</p>${more}</div>`;
}

function arrowTemplate(arrow: Arrow, frame: Frame) {
  const isOff = frame.isOff(arrow.from, arrow.to);
  const isNow = frame.isNow(arrow.from, arrow.to);
  const state = isNow ? 'now' : isOff ? 'off' : 'counting';
  return svg`
    <g class="arrow ${arrow.kind} ${state}">
      <path class="line" d=${arrow.path} />
      <path class="head" d=${arrow.head} />
      ${arrow.kind === 'forward' ? nothing : labelTemplate(arrow)}
    </g>`;
}

function labelTemplate(arrow: Arrow) {
  const words = arrow.kind === 'self' ? 'depends on itself' : 'closes a cycle';
  const { x, y, anchor } = arrow.label;
  return svg`<text class="label ${anchor}" x=${x} y=${y}>${words}</text>`;
}

interface Shown {
  name: string;
  standing: Standing;
  inDegree: number;
  about: boolean;
}

function boxTemplate(box: Box, { name, standing, inDegree, about }: Shown) {
  const { width, height } = box;
  const badge = String(inDegree);
  const badgeWidth = Math.max(22, 10 + badge.length * 8);
  return svg`
    <g class="box ${standing.kind} ${about ? 'about' : ''}" transform="translate(${box.x} ${box.y})">
      <title>${clipped(name)}</title>
      <rect class="body" width=${width} height=${height} rx="9" />
      <text class="name" x=${width / 2} y="26">${box.label}</text>
      <g class="standing" transform="translate(${width / 2} 44)">
        <g class="mark" transform="translate(${-wordsWidth(standing) / 2 - 9} -7) scale(.875)">
          ${iconPath(standing.kind)}
        </g>
        <text class="words" x="9" y="4">${wordsOf(standing)}</text>
      </g>
      <g class="badge" transform="translate(4 0)">
        <rect x=${-badgeWidth / 2} y="-11" width=${badgeWidth} height="22" rx="11" />
        <text y="4.5">${badge}</text>
      </g>
    </g>`;
}

// Near enough to set an icon before centred words; measuring would force a layout at every event.
function wordsWidth(standing: Standing): number {
  return wordsOf(standing).length * 6.6;
}
