/** A task for a thread of a pool: what may become of one. */
export async function doTask(task: 'end' | 'endless' | 'fill' | 'fail' | 'exit'): Promise<string> {
  if (task === 'fail') throw new Error('it failed');
  if (task === 'exit') process.exit(3);
  while (task === 'endless');
  const held: string[][] = [];
  while (task === 'fill') held.push(Array.from({ length: 100 }, (_, at) => `${at}`));
  return task;
}
