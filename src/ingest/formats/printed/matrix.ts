/** How a page's coordinates are turned, scaled and moved, as PDF and OFD write it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Take a point into the coordinates that a matrix leads to. */
export function apply([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number]) {
  return [a * x + c * y + e, b * x + d * y + f] as const;
}

/** Join two matrices: the first works inside the outer one. */
export function multiply([a, b, c, d, e, f]: Matrix, outer: Matrix): Matrix {
  const [x, y] = apply(outer, [e, f]);
  return [
    ...([outer[0] * a + outer[2] * b, outer[1] * a + outer[3] * b] as const),
    ...([outer[0] * c + outer[2] * d, outer[1] * c + outer[3] * d, x, y] as const),
  ];
}
