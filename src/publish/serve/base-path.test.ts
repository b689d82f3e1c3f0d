import { expect, test } from 'vitest';
import { parseBasePath } from './base-path.ts';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['fazhi', '/fazhi/'],
  ['/fazhi/', '/fazhi/'],
  ['/a//b', '/a/b/'],
])('BASE_PATH %s is read as %s', (value, expected) => {
  expect(parseBasePath(value)).toBe(expected);
});
