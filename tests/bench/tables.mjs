/** What npm run bench prints: tables of milliseconds with ratios, then the targets. */

const million = 1_000_000;
const peers = { boost_csr: 'Boost CSR', boost_list: 'Boost list', igraph: 'igraph' };
const kinds = {
  shuffled: 'Shuffled ids',
  local: 'Local ids (dependencies at most 64 steps away)',
  unsorted: 'Shuffled ids, dependencies listed in random order',
};

const sizesOf = (native) =>
  [10_000, 100_000, million, 10 * million].filter((steps) =>
    native.has(`ids/shuffled/${steps}/core`),
  );
const time = (native, name) => native.get(name)?.cpu_time;
const clock = (native, name) => native.get(name)?.clock_time;
const number = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const ratio = (value) => `${value.toFixed(1)}×`;

function row(cells, widths) {
  console.log(cells.map((cell, i) => String(cell).padStart(widths[i])).join('  '));
}

/** One line a size: ours in milliseconds, then each other time and how many times ours (or `than`) it is. */
function table(title, sizes, columns) {
  const widths = [12, ...columns.map(() => 17)];
  console.log(`\n${title}`);
  row(['steps', ...columns.map(({ name }) => name)], widths);
  for (const steps of sizes) {
    const ours = columns[0].of(steps);
    const cells = columns.slice(1).map(({ of, than }) => {
      const value = of(steps);
      if (value === undefined) return '–';
      return `${number(value)} (${ratio(value / (than?.(steps) ?? ours))})`;
    });
    row([steps.toLocaleString('en'), number(ours), ...cells], widths);
  }
}

function tables({ native, inNode, inChromium }) {
  const sizes = sizesOf(native);
  const found = (report, kind, steps) =>
    report.find((entry) => entry.kind === kind && entry.steps === steps);
  const columns = (from, kind, pick) => [
    { name: 'ours', of: (steps) => time(native, `${from}/${kind}/${steps}/core`) },
    ...Object.entries(peers).map(([key, name]) => ({
      name,
      of: (steps) => time(native, `${from}/${kind}/${steps}/${key}`),
    })),
    { name: 'ours in Node', of: (steps) => found(inNode, kind, steps)?.[pick] },
    {
      name: 'ours in Chromium',
      of: (steps) => found(inChromium, kind, steps)?.[pick],
      than: (steps) => clock(native, `${from}/${kind}/${steps}/core`),
    },
  ];
  console.log(
    '\nBuild + sort, 4 dependencies a step. Milliseconds of processor time, best of several; in brackets\n' +
      'how many times ours. In Chromium by the clock, and so is what it is compared with. The times in wasm\n' +
      'hold the copying of numbers or names into it and of the order out of it. "–": left out, takes minutes.',
  );
  for (const [kind, title] of Object.entries(kinds))
    table(title, sizes, columns('ids', kind, 'ids'));
  table(
    'From names (ours also reports every mistake; the others with std::unordered_map)',
    sizes,
    columns('names', 'shuffled', 'names'),
  );
}

function single(native) {
  console.log('\nA million steps');
  const widths = [12, 22, 22, 22];
  row(['', 'make a trace', 'seek to any event', 'bytes a step'], widths);
  for (const kind of ['shuffled', 'chain', 'star', 'funnel']) {
    const made = native.get(`trace/${kind}/${million}`);
    const sought = native.get(`seek/${kind}/${million}`);
    const cells = [`${number(made.cpu_time)} ms`, `${number(sought.cpu_time)} ns`];
    row([kind, ...cells, number(made.bytes_per_step)], widths);
  }
  for (const [kind, title] of [
    ['shuffled', 'without a cycle'],
    ['cyclic', 'with one'],
  ]) {
    console.log(
      `Looking for cycles, ${title}: ${number(time(native, `cycles/${kind}/${million}`))} ms`,
    );
  }
}

/** What else is asked of a graph, beside whoever has the same. */
function studies(native) {
  const entry = (name) => native.get(`study/${name}/${million}`);
  const ms = (name) => `${number(entry(name).cpu_time)} ms`;
  const beside = (what, other) => {
    const [ours, theirs] = [entry(`${what}/core`), entry(`${what}/${other}`)];
    return `${ms(`${what}/core`)}, ${peers[other]} ${ms(`${what}/${other}`)} (${ratio(theirs.cpu_time / ours.cpu_time)})`;
  };
  const found = ({ mends }) => `${mends} to remove`;
  console.log('\nA million steps, already built');
  console.log(`Depth-first order: ${beside('dfs', 'boost_csr')}`);
  console.log(
    `Trace of a depth-first search: ${ms('dfs_trace/core')}; any event of it: ${number(entry('dfs_seek/core').cpu_time)} ns`,
  );
  console.log(`Strongly connected components, with a cycle: ${beside('components', 'boost_csr')}`);
  console.log(
    `Mends (Boost has none): ${beside('mends', 'igraph')}; ${found(entry('mends/core'))}, ` +
      `igraph ${found(entry('mends/igraph'))}`,
  );
  const orders = ['fifo', 'lifo', 'name', 'longest-path'].map(
    (rule) => `${rule} ${ms(`sort_${rule}/core`)}`,
  );
  console.log(`Orders by tie-break: ${orders.join(', ')}`);
}

function runs(native) {
  const [ours, queues] = ['core', 'queues'].map((who) =>
    native.get(`run/shuffled/${million}/${who}`),
  );
  if (ours.makespan !== queues.makespan)
    throw new Error('The simulated runs end at different times.');
  const told = ({ events, cpu_time }) =>
    `${number(cpu_time)} ms, ${number(events / cpu_time / 1000)} million events a second`;
  console.log(
    '\nA million simulated steps on 64 workers, to the same end.' +
      `\n  ours, with every event kept and every rule: ${told(ours)}` +
      `\n  two std::priority_queues, which only count: ${told(queues)}`,
  );
}

function checksums({ native, inNode, inChromium }) {
  let same = 0;
  const different = [];
  for (const [where, report] of Object.entries({ Node: inNode, Chromium: inChromium })) {
    for (const { kind, steps, checksum, namesChecksum = checksum } of report) {
      const expected = native.get(`checksum/${kind}/${steps}`).checksum;
      if (checksum === expected && namesChecksum === expected) ++same;
      else different.push(`${kind} ${steps} in ${where}`);
    }
  }
  console.log(
    `\nOrders equal to the native ones by checksum: ${same} of ${same + different.length}`,
  );
  if (different.length > 0) throw new Error(`Different orders: ${different.join(', ')}`);
}

function targets({ native, inNode, inChromium }) {
  const ours = time(native, `ids/shuffled/${million}/core`);
  const large = time(native, `ids/shuffled/${10 * million}/core`);
  const ofWasm = (report) =>
    report.find(({ kind, steps }) => kind === 'shuffled' && steps === million).ids;
  const node = ofWasm(inNode) / ours;
  const chromium = ofWasm(inChromium) / clock(native, `ids/shuffled/${million}/core`);
  const seeks = ['shuffled', 'chain', 'star', 'funnel'].map((kind) =>
    native.get(`seek/${kind}/${million}`),
  );
  const csr = time(native, `ids/shuffled/${million}/boost_csr`) / ours;
  const slowest = Math.max(...seeks.map((seek) => seek.cpu_time)) / 1000;
  const allocations = seeks.reduce((sum, seek) => sum + seek.allocations, 0);
  const lines = [
    ['Boost CSR takes at least 3 times ours', ratio(csr), csr >= 3],
    ...(large
      ? [
          [
            'ten times the steps take at most 20 times as long',
            ratio(large / ours),
            large <= 20 * ours,
          ],
        ]
      : []),
    ['wasm in Node takes at most 1.5 times native', ratio(node), node <= 1.5],
    ['wasm in Chromium takes at most 1.5 times native', ratio(chromium), chromium <= 1.5],
    ['the slowest seek takes at most 50 µs', `${number(slowest)} µs`, slowest <= 50],
    ...[
      ['dfs', "a depth-first order takes no longer than Boost CSR's"],
      ['components', "strongly connected components take no longer than Boost CSR's"],
    ].map(([what, target]) => {
      const took = (who) => time(native, `study/${what}/${who}/${million}`);
      const times = took('boost_csr') / took('core');
      return [target, ratio(times), times >= 1];
    }),
    ['seeks allocate nothing', `${allocations} allocations`, allocations === 0],
  ];
  console.log('\nTargets, at a million steps with shuffled ids');
  for (const [target, value, met] of lines) {
    console.log(`  ${met ? 'met   ' : 'MISSED'}  ${target}: ${value}`);
  }
}

export function print(measured) {
  tables(measured);
  single(measured.native);
  studies(measured.native);
  runs(measured.native);
  checksums(measured);
  targets(measured);
}
