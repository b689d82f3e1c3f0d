import { expect, it } from 'vitest';
import { exceededHosts } from './exceeded-hosts.ts';

const small = {
  files: 20_000,
  bytes: 1024 ** 3,
  largest: { file: 'a', bytes: 25 * 1024 ** 2 },
  redirects: 100,
  unnamedCharsets: 0,
};

it('says nothing of a site that is just within all limits', () => {
  expect(exceededHosts(small)).toEqual([]);
});

it.each<[string, Partial<typeof small>, string[]]>([
  [
    'a file too many',
    { files: 20_001 },
    ['Cloudflare Pages (free) would not take it: 20001 files, of 20000 at most'],
  ],
  [
    'a byte too many',
    { bytes: 1024 ** 3 + 1 },
    [
      'GitHub Pages would not take it: 1074 MB, of 1074 MB at most',
      'GitLab Pages (gitlab.com) would not take it: 1074 MB, of 1074 MB at most',
    ],
  ],
  [
    'a file that is too large',
    { files: 100_001, largest: { file: 'data/reports.jsonl', bytes: 25 * 1024 ** 2 + 1 } },
    [
      'Cloudflare Pages (free) would not take it: 100001 files, of 20000 at most; data/reports.jsonl of 27 MB, of 27 MB at most',
      'Cloudflare Pages (paid) would not take it: 100001 files, of 100000 at most; data/reports.jsonl of 27 MB, of 27 MB at most',
    ],
  ],
  [
    'a redirect too many',
    { redirects: 101 },
    ['Cloudflare Pages would take 100 of 101 redirects: pages lead on at the rest'],
  ],
  [
    'a snapshot without room in _headers',
    { unnamedCharsets: 1 },
    [
      '_headers has no room for the charset of 1 snapshots: Cloudflare Pages and Netlify would call them UTF-8',
    ],
  ],
])('names the hosts that do not take %s, and why', (_, site, lines) => {
  expect(exceededHosts({ ...small, ...site })).toEqual(lines);
});
