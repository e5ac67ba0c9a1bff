/** The bytes of core.wasm where they are part of the script. */
import text from 'virtual:core';
import { inflated } from './inflated';

export const coreBytes = () => inflated(text);
