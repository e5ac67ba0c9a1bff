/** The components that lie below the first screen or are called for. */
import { CodeTabs } from './closer/code_tabs';
import { LookCloser } from './closer/look_closer';
import { DegreesView } from './degrees_view';
import { DefinitionEditor } from './editor/definition_editor';
import { DependencyPicker } from './editor/dependency_picker';
import { StepsEditor } from './editor/steps_editor';
import { HelpDialog } from './help_dialog';
import { ModeChoice } from './mode_choice';
import { NoticeBar } from './notice_bar';
import { PageHeader } from './page_header';
import { ProblemsView } from './problems_view';
import { ProgressLine } from './progress_line';
import { RunView } from './run/run_view';
import { SamplesMenu } from './samples_menu';
import { StallView } from './stall_view';

const components: readonly [string, CustomElementConstructor][] = [
  ['page-header', PageHeader],
  ['mode-choice', ModeChoice],
  ['progress-line', ProgressLine],
  ['stall-view', StallView],
  ['code-tabs', CodeTabs],
  ['degrees-view', DegreesView],
  ['look-closer', LookCloser],
  ['run-view', RunView],
  ['samples-menu', SamplesMenu],
  ['steps-editor', StepsEditor],
  ['dependency-picker', DependencyPicker],
  ['definition-editor', DefinitionEditor],
  ['notice-bar', NoticeBar],
  ['help-dialog', HelpDialog],
  ['problems-view', ProblemsView],
];

/** Gives them their names one by one, each in a task of its own: what stands in the page is drawn as it gets its name. */
export async function defineRest(): Promise<void> {
  for (const [name, component] of components) {
    customElements.define(name, component);
    await new Promise((done) => setTimeout(done));
  }
}
