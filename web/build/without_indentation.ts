/** Takes out of styles and templates what nobody ever sees; minifiers leave it alone, for it is all texts to them. */
import type { Plugin } from 'vite';

export const withoutIndentation: Plugin = {
  name: 'without-indentation',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/web\/src\/.*\.ts$/.test(id)) return null;
    return { code: code.replace(/css`[^`]*`/g, tight).replace(/\n +/g, '\n'), map: null };
  },
};

function tight(style: string): string {
  return style
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}');
}
