/** The pipeline as a file for the learner's own folder. */
import { pipelineFile } from '../formats/pipeline_text';
import type { Session } from '../state/session';
import { textOf } from '../state/typed';
import { download, fileNameFor } from './download';

export async function savePipeline({ store }: Pick<Session, 'store'>): Promise<void> {
  const { definition } = store;
  download(await pipelineFile(definition), fileNameFor(textOf(definition.name), 'json'));
}
