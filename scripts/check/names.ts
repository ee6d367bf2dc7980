import type { Finding } from './finding.ts';
import type { TextFile } from './source-tree.ts';

const SAYS_NOTHING = /(^|\/)(utils?|common|shared|core|helpers?|lib|misc)(\.[a-z.]+)?(\/|$)/;

/** Names that cannot say what is inside. */
export function checkNames(tree: readonly TextFile[]): Finding[] {
  return tree
    .filter(({ path }) => SAYS_NOTHING.test(path))
    .map(({ path }) => ({
      file: path,
      sentence: 'this name does not say what is inside: put it next to its user, under what it does',
    }));
}
