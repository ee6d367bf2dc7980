import { readFile, stat } from 'node:fs/promises';

/** More than any signed document these commands are for; what is larger is not even read. */
const mostBytes = 64 << 20;

/** The bytes of a file, or a Vietnamese sentence why there are none. */
export async function readFileBytes(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return `Tệp lớn hơn ${mostBytes >> 20} MB, không kiểm tra được.`;
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return 'Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.';
    if (code === 'EISDIR') return 'Đây là thư mục, không phải tệp.';
    return `Không mở được tệp (${code ?? String(error)}). Hãy kiểm tra quyền đọc.`;
  }
}
