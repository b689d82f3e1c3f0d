import { expect, it } from 'vitest';
import { volumeDigest } from './volume-digest.ts';

it('names a volume by its reports and the code, in twelve letters', () => {
  const report = {
    id: 'r',
    year: 1,
    kind: '',
    region: '',
    province: '',
    characters: 1,
    digest: 'd',
  };
  const of = (...reports: (typeof report)[]) => ({ shards: [{ year: 2019, reports }] });
  const digest = volumeDigest(of(report), 'code');
  expect(digest).toMatch(/^[0-9a-f]{12}$/);
  expect(volumeDigest(of({ ...report, digest: 'e' }), 'code')).not.toBe(digest);
  expect(volumeDigest(of(report), 'other')).not.toBe(digest);
  const parted = [report, report].map((one) => ({ year: 2019, reports: [one] }));
  expect(volumeDigest({ shards: parted }, 'code')).not.toBe(
    volumeDigest(of(report, report), 'code'),
  );
});
