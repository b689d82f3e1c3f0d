/** A seeded source of chance: the same seed gives the same choices everywhere. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** Pick by weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** Some of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[];
}

/** Make a source of chance (mulberry32: small, and good enough for layouts). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(0, list.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    int,
    pick,
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      const found = list.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? pick(list))[0];
    },
    some: (list, count) => {
      const rest = list.map((_, index) => index);
      const chosen: number[] = [];
      while (chosen.length < count && rest.length > 0)
        chosen.push(...rest.splice(int(0, rest.length - 1), 1));
      return chosen.sort((a, b) => a - b).flatMap((index) => list.slice(index, index + 1));
    },
  };
}
