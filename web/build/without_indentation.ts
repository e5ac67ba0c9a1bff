/** Takes the indentation out of styles and templates, which minifiers leave alone as texts: nothing of it is ever seen. */
import type { Plugin } from 'vite';

export const withoutIndentation: Plugin = {
  name: 'without-indentation',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/web\/src\/.*\.ts$/.test(id)) return null;
    return { code: code.replace(/\n +/g, '\n'), map: null };
  },
};
