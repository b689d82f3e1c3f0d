import { expect, it } from 'vitest';
import { readCustomProperties } from './custom-properties.ts';

it.each([
  [':root { --paper: #fff; }', [['paper', '#fff']]],
  [
    ':root{--a:1px;--b:light-dark(#fff,\n  #000)}',
    [
      ['a', '1px'],
      ['b', 'light-dark(#fff, #000)'],
    ],
  ],
  [':root { --a: 1px } @media print { :root { --a: 2px } }', [['a', '1px']]],
  ['/* --a: 1px; */ p { color: var(--a); }', []],
])('of %j reads %j', (css, properties) => {
  expect(readCustomProperties(css).map(({ name, value }) => [name, value])).toEqual(properties);
});
