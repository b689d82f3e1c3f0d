/** An id as it was published, with the hash of the words it stood for. */
export interface PublishedId {
  readonly id: string;
  readonly hash: string;
}

/**
 * Gives a list of pieces of text the ids they were published under, and new ids to new pieces.
 *
 * Pieces with the same words keep their id. Between two such, as many as there were before take the
 * ids left there in order (their words were mended: the check asks why); the others are inserted
 * and take the id before them with a letter. Nothing is renumbered.
 *
 * @param hashes of the pieces now, in order
 * @param published ids and hashes then, in order, without those that are gone
 * @param retired ids once published that must not come back
 * @param prefix what the numbers stand behind: `p`, `s1-i`
 * @returns an id for each piece
 */
export function keepIds(
  hashes: readonly string[],
  published: readonly PublishedId[],
  retired: readonly string[],
  prefix: string,
): string[] {
  const ids: (string | undefined)[] = hashes.map(() => undefined);
  const pairs = alignEqual(
    hashes,
    published.map(({ hash }) => hash),
  );
  let now = 0;
  let then = 0;
  for (const [nowAt, thenAt] of [...pairs, [hashes.length, published.length] as const]) {
    while (now < nowAt && then < thenAt) ids[now++] = published[then++]?.id;
    now = nowAt + 1;
    then = thenAt + 1;
    const kept = published[thenAt];
    if (kept !== undefined) ids[nowAt] = kept.id;
  }

  const taken = new Set([...published.map(({ id }) => id), ...retired]);
  const numbers = [...taken].map((id) => Number.parseInt(id.slice(prefix.length), 10));
  let last = Math.max(0, ...numbers.filter(Number.isSafeInteger));
  const end = ids.findLastIndex((id) => id !== undefined) + 1;
  let before = `${prefix}0`;
  return ids.map((kept, at) => {
    const id = kept ?? (at >= end ? `${prefix}${++last}` : insertedId(before, taken));
    taken.add(id);
    before = id;
    return id;
  });
}

/** Finds the id after another: `p37` → `p37a` → `p37b`; where that is taken, `p37aa`. */
function insertedId(before: string, taken: ReadonlySet<string>): string {
  const next = withNextLetter(before);
  if (!taken.has(next)) return next;
  let id = /[a-z]$/.test(before) ? `${before}a` : next;
  while (taken.has(id)) id = withNextLetter(id);
  return id;
}

function withNextLetter(id: string): string {
  return /[a-y]$/.test(id)
    ? `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) + 1)}`
    : `${id}a`;
}

/** Pairs equal items of two lists, in order, as many as can be (longest common subsequence). */
function alignEqual(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const rows = a.length - head - tail;
  const columns = b.length - head - tail;
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        a[head + row] === b[head + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let place = 0; place < head; place += 1) pairs.push([place, place]);
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[head + row] === b[head + column]) pairs.push([head + row++, head + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  for (let place = tail; place > 0; place -= 1) pairs.push([a.length - place, b.length - place]);
  return pairs;
}
