import { describe, expect, it } from 'vitest';
import { findSameTexts, sketchShare, sketchText } from './rule.ts';

/** Text of its own for each seed, 5,000 characters long. */
function text(seed: number, length = 5000): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 16) % 3000));
  }).join('');
}

describe('a sketch', () => {
  it('is the same for a text in other typography', () => {
    expect(sketchText('全市办理(含区县),共 15 件，逐年上升')).toEqual(
      sketchText('全市办理（含区县），共15件,逐年上升'),
    );
  });

  it.each([
    ['itself', text(1), 1],
    ['another text', text(2), 0],
    ['its half and another half', text(1).slice(0, 2500) + text(2).slice(0, 2500), 1 / 3],
    ['itself but for a word', text(1).replace(text(1).slice(2000, 2004), '法治政府'), 1],
  ])('tells how much of a text is %s', (_, other, share) => {
    expect(Math.abs(sketchShare(sketchText(text(1)), sketchText(other)) - share)).toBeLessThan(0.1);
  });

  it('says nothing of two empty texts', () => {
    expect(sketchShare(sketchText(''), sketchText(''))).toBe(0);
  });
});

it('of many texts those that are nearly one before them are found', () => {
  const stock = text(99, 300);
  const items = Array.from({ length: 200 }, (_, seed) => {
    const own = text(seed === 150 ? 7 : seed + 1);
    return { seed, sketch: sketchText(stock + own) };
  });
  expect(findSameTexts(items, 0.9)).toEqual([{ item: items[150], first: items[6], share: 1 }]);
});

/** Two sketches of 128 hashes that have all but `differing` of their least in common. */
function nearly(differing: number): readonly [number[], number[]] {
  const rest = Array.from({ length: 128 - differing }, (_, at) => 1000 + at);
  const least = (from: number) => Array.from({ length: differing }, (_, at) => from + 2 * at);
  return [
    [...least(1), ...rest],
    [...least(2), ...rest],
  ];
}

it.each([
  [15, 1],
  [16, 0],
])(
  'texts that differ in %i of their 16 least hashes are compared: %i found',
  (differing, found) => {
    const items = nearly(differing).map((sketch) => ({ sketch }));
    expect(findSameTexts(items, 0.7)).toHaveLength(found);
  },
);

it.each([
  [63, 1],
  [64, 0],
])('a phrase that %i texts have before leads from one to another: %i found', (stock, found) => {
  const others = Array.from({ length: stock }, (_, at) => ({ sketch: [0, 5000 + at] }));
  const two = nearly(15).map(([...sketch]) => ({ sketch: [0, ...sketch] }));
  expect(findSameTexts([...others, ...two], 0.7)).toHaveLength(found);
});

it('a sketch of a long text has 128 hashes, by which a share is told to about 6 %', () => {
  expect(sketchText(text(1))).toHaveLength(128);
});
