/**
 * The layout engines, each behind the same function: it loads the engine and returns draw(graph, before), which returns
 * {ms, names, steps, paths, links} as measure.mjs expects them; `before` is the drawing to start from, if any. All draw
 * from left to right with the same boxes and distances. Only ours makes use of the drawing before.
 */
import { box } from './graphs.mjs';
import { flattened } from './measure.mjs';

/** Between two steps of a layer, and between two layers. */
const gaps = { beside: 28, onwards: 60 };

/** The result and how long it took. */
async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** Steps of an engine that tells no layers: those with the same x share one. */
const boxAt = (x, y) => ({ x, y, ...box, layer: Math.round(x) });

async function loadOurs() {
  const { loadOrchestrator } = await import('../../../dist/module/index.js');
  const orchestrator = await loadOrchestrator();
  return async ({ names, dependencies }, before) => {
    const steps = names.map((name) => ({ name, depends_on: [] }));
    for (const [from, to] of dependencies) steps[to].depends_on.push(names[from]);
    const options = { sizes: names.map(() => box), previous: before?.layout };
    const { ms, result } = await timed(() => orchestrator.layout({ steps }, options));
    if (!result.ok) throw new Error(result.diagnostics[0].message);
    const places = new Map(names.map((name, i) => [name, i]));
    return {
      ms,
      names,
      layout: result,
      steps: result.steps.map((step) => ({ ...step, layer: step.tier })),
      paths: result.dependencies.map(({ points }) => flattened(points)),
      links: result.dependencies.map(({ from, to }) => [places.get(from), places.get(to)]),
    };
  };
}

async function loadDagre() {
  const { default: dagre } = await import('@dagrejs/dagre');
  return async ({ names, dependencies }) => {
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: 'LR', nodesep: gaps.beside, ranksep: gaps.onwards });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const name of names) graph.setNode(name, { ...box });
    const edges = dependencies.map(([from, to], i) => [names[from], names[to], String(i)]);
    for (const [from, to, id] of edges) graph.setEdge(from, to, {}, id);
    const { ms } = await timed(() => dagre.layout(graph));
    const steps = names.map((name) => graph.node(name)).map(({ x, y }) => boxAt(x, y));
    const paths = edges.map((edge) => graph.edge(...edge).points);
    return { ms, names, steps, paths, links: dependencies };
  };
}

async function loadElk() {
  const { default: ELK } = await import('elkjs/lib/elk.bundled.js');
  const elk = new ELK();
  const layoutOptions = {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.edgeRouting': 'SPLINES',
    'elk.spacing.nodeNode': String(gaps.beside),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(gaps.onwards),
  };
  const pathOf = ({ sections: [{ startPoint, bendPoints = [], endPoint }] }) => {
    const points = [startPoint, ...bendPoints, endPoint];
    return points.length % 3 === 1 ? flattened(points) : points;
  };
  return async ({ names, dependencies }) => {
    const children = names.map((id) => ({ id, ...box }));
    const edges = dependencies.map(([from, to], i) => ({
      id: `e${i}`,
      sources: [names[from]],
      targets: [names[to]],
    }));
    const { ms, result } = await timed(() =>
      elk.layout({ id: 'root', layoutOptions, children, edges }),
    );
    const steps = result.children.map(({ x, y }) => boxAt(x + box.width / 2, y + box.height / 2));
    return { ms, names, steps, paths: result.edges.map(pathOf), links: dependencies };
  };
}

/** Graphviz: inches go in, points come out, and y points upwards. */
async function loadGraphviz() {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  const inches = (points) => points / 72;
  const graphAttributes = {
    rankdir: 'LR',
    nodesep: inches(gaps.beside),
    ranksep: inches(gaps.onwards),
  };
  const size = { width: inches(box.width), height: inches(box.height), fixedsize: true };
  const nodeAttributes = { shape: 'box', ...size };
  const point = (x, y) => ({ x: Number(x), y: -Number(y) });
  /** "e,x,y x,y x,y …": the arrow's tip, then a chain of curves. */
  const pathOf = (text) => {
    const items = text.split(' ').map((item) => item.split(','));
    const tip = items.find(([mark]) => mark === 'e');
    const chain = items.filter((item) => item.length === 2).map(([x, y]) => point(x, y));
    return [...flattened(chain), ...(tip ? [point(tip[1], tip[2])] : [])];
  };
  return async ({ names, dependencies }) => {
    const nodes = names.map((name) => ({ name }));
    const edges = dependencies.map(([from, to], i) => ({
      tail: names[from],
      head: names[to],
      attributes: { id: String(i) },
    }));
    const input = { graphAttributes, nodeAttributes, nodes, edges };
    const { ms, result } = await timed(() => viz.renderJSON(input));
    const positions = new Map(result.objects.map(({ name, pos }) => [name, pos.split(',')]));
    const steps = names.map((name) => point(...positions.get(name))).map(({ x, y }) => boxAt(x, y));
    const paths = [];
    for (const { id, pos } of result.edges) paths[Number(id)] = pathOf(pos);
    return { ms, names, steps, paths, links: dependencies };
  };
}

/** d3-dag draws from top to bottom. Its default settings take more than a minute at 500 steps. */
async function loadD3() {
  const d3 = await import('d3-dag');
  const layout = d3
    .sugiyama()
    .layering(d3.layeringLongestPath())
    .decross(d3.decrossTwoLayer())
    .coord(d3.coordGreedy())
    .nodeSize([box.height, box.width])
    .gap([gaps.beside, gaps.onwards]);
  return async ({ names, dependencies }) => {
    const graph = d3.graph();
    const nodes = names.map((_, i) => graph.node(i));
    for (const [from, to] of dependencies) graph.link(nodes[from], nodes[to]);
    const { ms } = await timed(() => layout(graph));
    const links = [...graph.links()];
    return {
      ms,
      names,
      steps: nodes.map(({ x, y }) => boxAt(y, x)),
      paths: links.map(({ points }) => points.map(([x, y]) => ({ x: y, y: x }))),
      links: links.map(({ source, target }) => [source.data, target.data]),
    };
  };
}

/** `runs`: how many times a drawing is made anew, of which the quickest counts. */
export const engines = {
  ours: { name: 'ours', load: loadOurs, runs: 7 },
  graphviz: { name: 'Graphviz', load: loadGraphviz, runs: 1 },
  elk: { name: 'elkjs', load: loadElk, runs: 1 },
  dagre: { name: 'dagre', load: loadDagre, runs: 1 },
  d3: { name: 'd3-dag', load: loadD3, runs: 1 },
};
