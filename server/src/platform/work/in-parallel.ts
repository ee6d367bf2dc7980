/** Runs over all items, so many at once; results in the order they were finished. A run that throws ends it. */
export async function inParallel<In, Out>(
  items: readonly In[],
  atOnce: number,
  run: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  const queue = [...items];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(await run(next));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return results;
}
