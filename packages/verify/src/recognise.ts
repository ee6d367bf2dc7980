/** By content, never by name; a file hit in its first bytes is still known by others. */
export function recognise(bytes: Uint8Array): 'xml' | 'pdf' | undefined {
  const head = textOf(bytes.subarray(0, 2_048));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (/^(\xef\xbb\xbf)?\s*</.test(head) || head.includes('urn:vn:hocba')) return 'xml';
  const tail = textOf(bytes.subarray(Math.max(0, bytes.length - 1_024)));
  return /startxref|%%EOF/.test(tail) ? 'pdf' : undefined;
}

/** Whether what does not parse was a record: names of the format stand in it. */
export function looksLikeRecord(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const marks = ['urn:vn:hocba:1.0', '<ThongTin ', '<KetQua ', '<NhanXet ', '<ChuKy>'];
  return marks.filter((mark) => text.includes(mark)).length >= 3;
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
