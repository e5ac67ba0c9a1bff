/** The bytes of study.wasm where they are part of the script. */
import text from 'virtual:study';
import { inflated } from './inflated';

export const studyBytes = () => inflated(text);
