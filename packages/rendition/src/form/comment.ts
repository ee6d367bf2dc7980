/** A comment as a table cell sets it. */
export interface CommentView {
  readonly text: string;
  /** Set a little smaller, so that its row stays in one piece. */
  readonly long: boolean;
  /** Too tall for a page of its own: the row may break. */
  readonly breakable: boolean;
}

const LONG = 420;
/** Characters a line of the comment column holds at the least, in the small size. */
const LINE = 48;
const LINES_OF_A_PAGE = 46;

export function commentView(text: string): CommentView {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return { text, long: text.length > LONG, breakable: lines > LINES_OF_A_PAGE };
}
