/** What is being done to the picture: its edits, and what has been begun and not yet ended. It knows no page. */
import { type Dependency, dependenciesOf } from '../../../state/document';
import * as edits from '../../../state/edits';
import type { Session } from '../../../state/session';
import * as stepEdits from '../../../state/step_edits';
import { quoted } from '../../../state/words';

export class Editing {
  /** The step whose dependencies are being chosen in the picture. */
  connecting: string | null = null;
  /** The step whose name is being typed. */
  renaming: string | null = null;
  /** Why the name that was typed cannot be taken. */
  problem: string | null = null;
  /** The dependency that is looked at. */
  picked: Dependency | null = null;
  /** What has just happened. */
  said = '';
  #chosen: number | null = null;
  #around: { definition: object; step: string; list: readonly Dependency[] } | null = null;
  #saidOf: object | null = null;

  constructor(
    readonly session: Session,
    private readonly changed: () => void,
  ) {}

  get chosen(): string | null {
    const { analysis, chosen } = this.session;
    return chosen === null ? null : analysis.nameOf(chosen);
  }

  /** Gives up what another edit, or another choice, has made pointless. */
  follow(): void {
    const { store, chosen } = this.session;
    if (chosen !== this.#chosen) this.picked = null;
    this.#chosen = chosen;
    if (this.#saidOf !== store.definition) this.said = '';
    if (this.picked && !this.has(this.picked)) this.picked = null;
    if (this.connecting !== null && this.#placeOf(this.connecting) < 0) this.connecting = null;
    if (this.renaming !== null && this.#placeOf(this.renaming) < 0) this.renaming = null;
  }

  /** Begins to choose what a step depends on. */
  connect(step: string): void {
    this.connecting = step;
    this.picked = null;
    this.#say('');
  }
  /** Ends it; the step is chosen as before. */
  endConnecting(): void {
    const step = this.connecting;
    this.connecting = null;
    this.#say('');
    this.session.choose(step);
  }
  connectTo(from: string): void {
    if (this.connecting !== null) this.join({ from, to: this.connecting });
  }
  /** Adds a dependency; one that is there already is picked, so that it can be removed. */
  join(dependency: Dependency): void {
    const { session } = this;
    const { from, to } = dependency;
    const at = this.#placeOf(to);
    if (at < 0 || this.#placeOf(from) < 0) return;
    if (this.has(dependency)) {
      this.picked = dependency;
      this.#say(`${stepEdits.dependencyInWords(dependency)} already.`);
      return;
    }
    const closes = this.#closesCycle(dependency);
    this.picked = null;
    session.edit(edits.setDependency(at, to, from, true));
    this.#say(stepEdits.additionInWords(dependency, closes));
  }

  /** Leaves what was begun last. */
  back(): void {
    if (this.picked) this.pick(null);
    else this.endConnecting();
  }
  pick(dependency: Dependency | null): void {
    this.picked = dependency;
    this.#say(dependency ? `${stepEdits.dependencyInWords(dependency)}.` : '');
  }
  removePicked(): void {
    const { picked } = this;
    if (!picked) return;
    const { from, to } = picked;
    this.session.edit(edits.setDependency(this.#placeOf(to), to, from, false));
    this.picked = null;
    this.#say(
      from === to
        ? `${quoted(to)} does not depend on itself any more.`
        : `${quoted(to)} does not depend on ${quoted(from)} any more.`,
    );
  }

  /** A new step, after another one or by itself, whose name can be typed at once. */
  add(after: string | null = null): void {
    const { session } = this;
    const name = edits.freeName(session.store.definition.steps);
    session.edit(after === null ? edits.addStep(name) : stepEdits.addStepAfter(name, after));
    this.connecting = null;
    this.rename(name);
  }
  remove(step: string): void {
    const { definition } = this.session.store;
    const at = this.#placeOf(step);
    if (at < 0) return;
    const { edit, message } = stepEdits.removal(definition, at);
    this.session.edit(edit, message);
  }

  rename(step: string): void {
    this.session.choose(step);
    this.renaming = step;
    this.problem = null;
    this.#say('');
  }
  /** Takes a name, unless there is a problem with it. */
  takeName(name: string): void {
    const { session, renaming } = this;
    if (renaming === null) return;
    const at = this.#placeOf(renaming);
    this.problem = stepEdits.nameProblem(session.store.definition.steps, at, name);
    if (this.problem === null) {
      this.renaming = null;
      session.edit(edits.renameStep(at, renaming, name));
      session.store.seal();
      session.choose(name);
    }
    this.changed();
  }
  /** Leaves the old name. */
  endRenaming(): void {
    this.renaming = null;
    this.problem = null;
    this.changed();
  }

  /** The dependencies of a step and on it. */
  around(step: string): readonly Dependency[] {
    const { definition } = this.session.store;
    const known = this.#around;
    if (known?.definition === definition && known.step === step) return known.list;
    const list: Dependency[] = [];
    for (const other of definition.steps) {
      const upstream = dependenciesOf(other);
      const to = other.name;
      if (to === step) for (const from of new Set(upstream)) list.unshift({ from, to });
      else if (upstream.includes(step)) list.push({ from: step, to });
    }
    this.#around = { definition, step, list };
    return list;
  }

  has({ from, to }: Dependency): boolean {
    const step = this.session.store.definition.steps[this.#placeOf(to)];
    return step !== undefined && dependenciesOf(step).includes(from);
  }
  #placeOf(name: string): number {
    return this.session.store.definition.steps.findIndex((step) => step.name === name);
  }
  /** Whether what the dependency comes from hangs on what it leads to; false while the core has not looked yet. */
  #closesCycle({ from, to }: Dependency): boolean {
    const { analysis, store } = this.session;
    if (analysis.definition !== store.definition || !analysis.trace) return false;
    const downstream = analysis.trace.relatives(analysis.indexOf(to));
    return ((downstream[analysis.indexOf(from)] ?? 0) & 2) !== 0;
  }
  #say(text: string): void {
    this.said = text;
    this.#saidOf = this.session.store.definition;
    this.changed();
  }
}
