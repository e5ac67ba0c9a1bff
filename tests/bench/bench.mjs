// npm run bench: our core beside other libraries, in one run.
import { cmake } from '../../wasm/setup/build.mjs';
import { install } from '../../wasm/setup/install.mjs';
import { inRoot, main, run } from '../../wasm/setup/shell.mjs';

await main(import.meta.url, async () => {
  await install('bench');
  await cmake('bench', ['core_bench']);
  await run(inRoot('build/bench/core_bench'), process.argv.slice(2));
});
