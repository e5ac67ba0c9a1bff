import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'vitest';

test("another project's program compiles against the types beside the module", () => {
  const typescript = path.dirname(
    createRequire(import.meta.url).resolve('typescript/package.json'),
  );
  const folder = new URL('consumer', import.meta.url).pathname;
  // Throws with the compiler's words when something does not fit.
  execFileSync(process.execPath, [path.join(typescript, 'bin/tsc'), '--project', folder], {
    stdio: 'pipe',
  });
}, 60_000);
