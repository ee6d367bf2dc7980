/** Rows of a CSV text: RFC 4180, separated by comma, semicolon or tab, whichever the first line has most of. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const content = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(content.split('\n')[0] ?? '');
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < content.length; at += 1) {
    const character = content[at] ?? '';
    if (quoted) {
      const doubled = character === '"' && content[at + 1] === '"';
      if (character !== '"' || doubled) field += character;
      else quoted = false;
      if (doubled) at += 1;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === separator) {
      row.push(field);
      field = '';
    } else if (character === '\n') {
      rows.push([...row, field.replace(/\r$/, '')]);
      row = [];
      field = '';
    } else field += character;
  }
  return field === '' && row.length === 0 ? rows : [...rows, [...row, field.replace(/\r$/, '')]];
}

function separatorOf(line: string): string {
  const counted = [',', ';', '\t'].map((separator) => [separator, line.split(separator).length] as const);
  return counted.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}
