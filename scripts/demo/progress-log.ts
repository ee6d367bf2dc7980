/** One line a step, with the seconds since the start. */
export function progressLog(): (sentence: string) => void {
  const started = performance.now();
  return (sentence) => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${sentence}`);
}
