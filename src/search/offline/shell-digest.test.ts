import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { shellDigest } from './shell-digest.ts';

const bytes = (text: string) => new TextEncoder().encode(text).buffer;

it('is the digest that the build takes of the same files', async () => {
  const files = ['首页', '', 'body { }'];
  const expected = hash('sha256', files.join('')).slice(0, 12);
  expect(await shellDigest(files.map(bytes))).toBe(expected);
});

it('is another where a file is of another build', async () => {
  const before = await shellDigest(['a', 'b'].map(bytes));
  expect(await shellDigest(['a', 'c'].map(bytes))).not.toBe(before);
});
