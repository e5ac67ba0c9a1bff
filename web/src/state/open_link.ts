/** Opens the pipeline that came with the address. Loaded when there is one. */
import { readLink } from '../formats/link';
import { areRules } from './run_rules';
import type { Session } from './session';
import { openShared } from './shared_work';

export async function openLink(session: Session): Promise<void> {
  const hash = decoded(location.hash);
  if (hash === '' || document.getElementById(hash.slice(1))) return;
  const read = await readLink(hash);
  if (!read.ok) {
    session.notify(
      `This link could not be opened. ${read.problem} Your own pipeline is untouched.`,
    );
    return;
  }
  const { definition, mode, cursor, rules } = read.linked;
  const { writing: _stays, ...now } = session.store.document;
  const own = { ...now, cursor: session.store.work.cursor };
  if (mode !== 'run') {
    session.store.run = undefined;
    session.film = null;
  }
  session.open(openShared(definition, own, rules), cursor);
  // Who opens the page, or the link, brings the run into the figure then.
  if (mode === 'run') session.store.run = cursor;
  if (rules && !areRules(rules)) {
    session.notify(
      'The link asks for rules of a run that this page does not know. Where it does not, the usual ones hold.',
    );
  }
  forgetLink();
}

function decoded(hash: string): string {
  // Some programs write the address anew and escape more of it than they need to.
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/**
 * From here on a reload is to bring back what has become of the pipeline, which the storage has, and not to open the link
 * once more on top of it. Where nothing can be stored the link stays, and is what a reload opens. So does one that could
 * not be opened: it can still be mended, or be read by a newer version of the page.
 */
function forgetLink(): void {
  try {
    localStorage.setItem('run-orchestrator probe', '');
    localStorage.removeItem('run-orchestrator probe');
    history.replaceState(history.state, '', location.href.split('#')[0]);
  } catch {
    // Then it stays.
  }
}
