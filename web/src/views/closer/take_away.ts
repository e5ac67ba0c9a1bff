/** Takes dependencies away as one edit, which undo brings back. */
import type { StepPair } from '../../engine/studies';
import { removeDependencies } from '../../state/removal';
import type { Session } from '../../state/session';
import { grouped, quoted } from '../../state/words';

export function takeAway(session: Session, pairs: readonly StepPair[]): void {
  const { analysis } = session;
  const named = pairs.map(({ from, to }) => ({
    from: analysis.nameOf(from),
    to: analysis.nameOf(to),
  }));
  const [one] = named;
  const message =
    named.length === 1 && one
      ? `${quoted(one.to)} no longer waits for ${one.from === one.to ? 'itself' : quoted(one.from)}.`
      : `Removed ${grouped(named.length)} dependencies.`;
  session.edit(removeDependencies(named), message);
}
