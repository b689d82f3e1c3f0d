import { expect, it } from 'vitest';
import { shardDigest } from './kept-shards.ts';

it('names a shard by its reports and the code, in twelve letters', () => {
  const report = {
    id: 'r',
    year: 1,
    kind: '',
    region: '',
    province: '',
    characters: 1,
    digest: 'd',
  };
  const digest = shardDigest([report], 'code');
  expect(digest).toMatch(/^[0-9a-f]{12}$/);
  expect(shardDigest([{ ...report, digest: 'e' }], 'code')).not.toBe(digest);
  expect(shardDigest([report], 'other')).not.toBe(digest);
});
