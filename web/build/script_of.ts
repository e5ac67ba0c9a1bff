/** A script built by itself: for a worker, or with what it exports in a global of this name. */
import { type InlineConfig, build as viteBuild } from 'vite';
import { build, web } from './settings.ts';
import { withoutIndentation } from './without_indentation.ts';

export async function scriptOf(
  entry: string,
  { define = {}, plugins = [] }: Pick<InlineConfig, 'define' | 'plugins'>,
  name = 'worker',
): Promise<string> {
  const output = await viteBuild({
    configFile: false,
    logLevel: 'warn',
    root: web,
    publicDir: false,
    define,
    plugins: [withoutIndentation, ...plugins],
    build: { ...build, write: false, lib: { entry, formats: ['iife'], name } },
  });
  const [bundle] = [output].flat() as { output: { code?: string }[] }[];
  const code = bundle?.output[0]?.code;
  if (!code) throw new Error(`${entry} was not built.`);
  return code;
}
