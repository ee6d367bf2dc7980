/** Epoch milliseconds of `D:YYYYMMDDHHmmSSOHH'mm'`, as much of it as stands there; undefined for anything else. @spec ISO 32000-1 7.9.4 */
export function pdfDate(text: string | undefined): number | undefined {
  const match = datePattern.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match;
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(local)) return undefined;
  const offset = Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0);
  return local - (match[8] === '-' ? -offset : offset) * 60_000;
}

const datePattern = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(([+\-Z])(?:(\d\d)'?(?:(\d\d)'?)?)?))?$/;
