/** The name as it follows the printed label, “Trường:” unless told otherwise, which it then need not repeat. */
export function schoolNameAfterLabel(name: string, label: 'Trường' | 'Trung tâm' = 'Trường'): string {
  const rest = name.replace(new RegExp(`^${label}\\s+`, 'iu'), '');
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
}
