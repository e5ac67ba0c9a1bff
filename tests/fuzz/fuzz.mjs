// npm run fuzz [-- SECONDS]: all libFuzzer targets at once, each starting from the vectors and the samples.
import { createWriteStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cmake } from '../../wasm/setup/build.mjs';
import { install } from '../../wasm/setup/install.mjs';
import { filesUnder, inRoot, main, Problem, run } from '../../wasm/setup/shell.mjs';

const targets = ['reader_fuzz', 'graph_fuzz', 'layout_fuzz', 'run_fuzz'];

function writeSeeds(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of filesUnder('tests/vectors', 'core/samples').filter((name) =>
    name.endsWith('.json'),
  )) {
    const content = JSON.parse(readFileSync(inRoot(file), 'utf8'));
    const pipelines = Array.isArray(content) ? content.map((vector) => vector.pipeline) : [content];
    for (const [index, pipeline] of pipelines.entries()) {
      if (pipeline)
        writeFileSync(
          path.join(folder, `${path.basename(file, '.json')}-${index}`),
          JSON.stringify(pipeline),
        );
    }
  }
}

async function fuzzOne(target, seconds) {
  // What a former run found stays beside the seeds: the next one goes on from there.
  const [found, seeds, crashes] = ['found', 'seeds', 'crashes'].map((name) =>
    inRoot('build/fuzz', name, target),
  );
  for (const folder of [found, crashes]) mkdirSync(folder, { recursive: true });
  writeSeeds(seeds);
  const log = inRoot('build/fuzz', `${target}.log`);
  const stream = createWriteStream(log);
  await new Promise((resolve) => stream.once('open', resolve));
  const options = [
    `-max_total_time=${seconds}`,
    '-timeout=10',
    '-rss_limit_mb=4096',
    '-print_final_stats=1',
  ];
  try {
    await run(
      inRoot('build/fuzz', target),
      [...options, `-artifact_prefix=${crashes}/`, found, seeds],
      {
        stdio: ['ignore', stream, stream],
      },
    );
  } catch (error) {
    const end = readFileSync(log, 'utf8').split('\n').slice(-40).join('\n');
    throw new Problem(
      `${end}\n${target}: ${error.message}; see ${log} and ${crashes} (${readdirSync(crashes).length} files)`,
    );
  } finally {
    stream.close();
  }
  const inputs = /stat::number_of_executed_units:\s*(\d+)/.exec(readFileSync(log, 'utf8'))?.[1];
  console.log(`${target}: ${inputs} inputs in ${seconds} s, no finding`);
}

export async function fuzz(seconds) {
  await cmake('fuzz', targets);
  const results = await Promise.allSettled(targets.map((target) => fuzzOne(target, seconds)));
  const failures = results.filter((result) => result.status === 'rejected');
  if (failures.length > 0)
    throw new Problem(failures.map((failure) => failure.reason.message).join('\n'));
}

await main(import.meta.url, async () => {
  const seconds = Number(process.argv[2] ?? 60);
  if (!(Number.isInteger(seconds) && seconds > 0))
    throw new Problem('Use: npm run fuzz -- SECONDS');
  await install('fuzz');
  await fuzz(seconds);
});
