/** The name as it follows the printed label “Trường:”, which it then need not repeat. */
export function schoolNameAfterLabel(name: string): string {
  const rest = name.replace(/^trường\s+/iu, '');
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
}
