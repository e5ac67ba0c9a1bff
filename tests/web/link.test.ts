import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkOf, readLink } from '../../web/src/formats/link';
import { readPipeline } from '../../web/src/formats/pipeline_file';
import { pipelineFile } from '../../web/src/formats/pipeline_text';
import type { Document } from '../../web/src/state/document';
import { keepOwn, openShared, takeShared } from '../../web/src/state/shared_work';

/** Whatever JSON can hold, as text: what a learner's file may come with beside the fields we know. */
const anything = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text));
const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', '\uD800', '<b>'));
const step = fc
  .tuple(name, fc.array(name, { maxLength: 4 }), fc.dictionary(name, anything, { maxKeys: 3 }))
  .map(([named, on, more]) => {
    const { name: _name, depends_on: _on, action: _action, ...rest } = more;
    return { ...rest, name: named, depends_on: on };
  });
const definitions = fc
  .tuple(fc.dictionary(name, anything, { maxKeys: 3 }), fc.array(step, { maxLength: 12 }))
  .map(([more, steps]) => JSON.parse(JSON.stringify({ ...more, steps })));

test('a link opens as exactly what it was made of: definition, mode and cursor', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, fc.nat(), name, async (definition, cursor, mode) => {
      const linked = { definition, cursor, mode };
      expect(await readLink(await linkOf(linked))).toEqual({ ok: true, linked });
    }),
  );
});

test('an exported file is read as exactly what was exported, with fields that the page does not know', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, async (definition) => {
      const text = await (await pipelineFile(definition)).text();
      const read = readPipeline(text);
      expect(read).toEqual({ ok: true, definition });
      expect(Object.keys(read.ok && read.definition)).toEqual(Object.keys(definition));
    }),
  );
});

test('an exported file is laid out as JSON usually is', async () => {
  const definition = { name: 'a', steps: [{ name: 'x', depends_on: ['y\n'] }], more: [1] };
  const text = await (await pipelineFile(definition)).text();
  expect(text).toBe(`${JSON.stringify(definition, null, 2)}\n`);
  expect(await (await pipelineFile({ steps: [] })).text()).toBe('{\n  "steps": []\n}\n');
});

test('twenty steps make a link that a chat takes', async () => {
  const steps = Array.from({ length: 20 }, (_, at) => ({
    name: `step ${at}`,
    depends_on: at > 1 ? [`step ${at - 1}`, `step ${at - 2}`] : [],
  }));
  const link = await linkOf({ definition: { name: 'twenty', steps }, mode: 'trace', cursor: 7 });
  expect(link.length).toBeLessThan(500);
  expect(link).toMatch(/^#v1\.[\w-]+$/);
});

const packed = (text: string | Buffer) => `#v1.${deflateRawSync(text).toString('base64url')}`;
const good = packed('{"definition":{"steps":[{"name":"a"}]}}');

test('what a link leaves out, or a mode from later, does not matter', async () => {
  const definition = { steps: [{ name: 'a' }] };
  expect(await readLink(good)).toEqual({
    ok: true,
    linked: { definition, mode: 'trace', cursor: 0 },
  });
  const strange = packed(JSON.stringify({ mode: 7, cursor: -3, later: true, definition }));
  expect(await readLink(strange)).toEqual(await readLink(good));
  const later = packed(JSON.stringify({ mode: 'race', cursor: 1, definition }));
  expect(await readLink(later)).toMatchObject({ ok: true, linked: { mode: 'race', cursor: 1 } });
});

test('the rules of the run go with the link, and with a shared pipeline', async () => {
  const rules = { policy: 'argo', delay: { kind: 'constant', base_ms: 5, jitter: 0, seed: 1 } };
  const definition = { steps: [{ name: 'a' }] };
  const linked = { definition, mode: 'run', cursor: 2, rules };
  expect(await readLink(await linkOf(linked))).toEqual({ ok: true, linked });
  const mine = { ...own, rules: { policy: 'gitlab' } };
  const beside = openShared(definition, { ...mine, cursor: 3 }, rules).apply(mine);
  expect(beside.rules).toBe(rules);
  expect(keepOwn().apply(beside)).toEqual(mine);
  expect(openShared(definition, { ...mine, cursor: 3 }).apply(mine)).not.toHaveProperty('rules');
});

test.each([
  ['of a newer version', '#v2.abc', /newer version/],
  ['without a version', '#abc', /not a pipeline/],
  ['with nothing in it', '#v1.', /damaged/],
  ['cut off', good.slice(0, -6), /damaged/],
  ['with letters changed', `${good.slice(0, 12)}zzzz${good.slice(16)}`, /damaged/],
  ['of letters that are none of base64', '#v1.%%%', /damaged/],
  ['with broken UTF-8', packed(Buffer.from([0x22, 0xff, 0x22])), /damaged/],
  ['with broken JSON', packed('{"definition":'), /damaged/],
  ['without a pipeline', packed('null'), /not a pipeline/],
  ['with something else', packed('{"definition":[1]}'), /a list, and not a pipeline/],
  ['that is too long', `#v1.${'A'.repeat(200_000)}`, /too long/],
])('a link %s is refused in words', async (_kind, link, problem) => {
  expect(await readLink(link)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
});

test('a bomb is stopped while it unfolds', async () => {
  const bomb = packed(Buffer.alloc(100_000_000, 0x20));
  expect(bomb.length).toBeLessThan(200_000);
  const before = performance.now();
  expect(await readLink(bomb)).toEqual({ ok: false, problem: expect.stringMatching(/too large/) });
  expect(performance.now() - before).toBeLessThan(2000);
});

const own: Document = { definition: { name: 'mine', steps: [{ name: 'a' }] }, breakage: [] };
const shared = { name: 'theirs', steps: [{ name: 'b' }] };

test('a shared pipeline opens beside the own one, and either can be kept', () => {
  const beside = openShared(shared, { ...own, cursor: 3 }).apply(own);
  expect(beside).toEqual({ definition: shared, breakage: [], own: { ...own, cursor: 3 } });
  expect(keepOwn().apply(beside)).toEqual(own);
  expect(takeShared().apply(beside)).toEqual({ definition: shared, breakage: [] });
});

test('a text that cannot be read yet stays while a shared pipeline is looked at', () => {
  const writing = { text: '{', of: own.definition, isDraft: true };
  const beside = openShared(shared, { ...own, cursor: 3 }).apply({ ...own, writing });
  expect(beside.writing).toBe(writing);
  expect(keepOwn().apply(beside)).toEqual({ ...own, writing });
});

test('a second shared pipeline does not take the place of the own one', () => {
  const beside = openShared(shared, { ...own, cursor: 3 }).apply(own);
  const again = openShared({ steps: [] }, { ...beside, cursor: 0 }).apply(beside);
  expect(again.own).toEqual({ ...own, cursor: 3 });
});
