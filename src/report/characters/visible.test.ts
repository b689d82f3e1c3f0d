import { expect, it } from 'vitest';
import { findControls, visible } from './visible.ts';

it.each([
  ['浚县\u001b[31m报告', '浚县␛[31m报告'],
  ['a\tb\nc', 'a\tb\nc'],
  ['a\rb\u007f', 'a␍b␡'],
  ['a\u202eb\u0085', 'a�b�'],
])('shows %j as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

it('names each control character once', () => {
  expect(findControls('\u001b报\u001b告\u0007\n')).toEqual(['U+001B', 'U+0007']);
});
