/** One thing to put right: where, what is wrong, what to do. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly sentence: string;
}

/** `file:line  sentence`, which terminals and editors turn into a link. */
export function written({ file, line, sentence }: Finding): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${sentence}`;
}
