import type { ReadProblem } from '../read-problem.ts';

/** A problem at `path`, which begins below the root element. */
export function incoherent(path: string, sentence: string): ReadProblem {
  return { code: 'incoherent', path, sentence };
}

/** A problem where `wrong`, else none. */
export function incoherentIf(wrong: boolean, path: string, sentence: string): readonly ReadProblem[] {
  return wrong ? [incoherent(path, sentence)] : [];
}

interface Row {
  readonly id: string;
  readonly label: string;
}

/** Rows stand in the order of the form, none twice, none from another table. */
export function outOfOrder(given: readonly string[], form: readonly Row[], path: string): readonly ReadProblem[] {
  const places = given.map((id) => form.findIndex((row) => row.id === id));
  return places.flatMap((place, index) => {
    if (place >= 0 && place > (places[index - 1] ?? -1)) return [];
    const label = form[place]?.label ?? given[index];
    return [incoherent(path, `Dòng ${index + 1} (${label}) bị lặp, sai thứ tự của mẫu hoặc không thuộc bảng này.`)];
  });
}
