import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../report/content-policy.ts';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import type { DepartedReport } from '../compile/compiled-archive.ts';
import {
  formatCaddyMap,
  formatNginxMap,
  formatRedirectPage,
  formatRedirectsFile,
  listRedirects,
} from './redirects.ts';

const regions = parseRegionTable(
  [
    '411626\t某县\tcounty\t\t\tmou\t\t\t2018\t411627\n',
    '411627\t某市\tcounty\t\t\tmou\t\t\t2019\t411603\n',
    '411603\t某区\tcounty\t\t\tmou\n',
  ].join(''),
);
const said = { why: '归错了地区', date: '2026-11-22' };
const moved = (id: string, to: string): DepartedReport => ({
  id,
  departed: { kind: 'moved', to, ...said },
});
const pages =
  (...addresses: string[]) =>
  (address: string) =>
    addresses.includes(address);

describe('redirects', () => {
  it('lead from each former code of a place to the present one', () => {
    expect(listRedirects([], regions, pages('/regions/411603/'))).toEqual([
      { from: '/regions/411626/', to: '/regions/411603/' },
      { from: '/regions/411627/', to: '/regions/411603/' },
    ]);
  });

  it('lead nowhere without a page, and away from none', () => {
    expect(listRedirects([], regions, pages())).toEqual([]);
    const both = pages('/regions/411603/', '/regions/411626/', '/regions/411627/');
    expect(listRedirects([], regions, both)).toEqual([]);
  });

  it('lead from a report to where it is now, however often it moved', () => {
    const departed = [
      moved('411626-2018', '411627-2018'),
      moved('411627-2018', '411603-2018-plan'),
      { id: '411603-2016', departed: { kind: 'withdrawn', title: '某报告', ...said } } as const,
    ];
    const has = pages('/r/411603/2018-plan/');
    expect(listRedirects(departed, regions, has)).toEqual([
      { from: '/r/411626/2018/', to: '/r/411603/2018-plan/' },
      { from: '/r/411627/2018/', to: '/r/411603/2018-plan/' },
    ]);
  });

  it('do not go round in a circle', () => {
    const round = [moved('411626-2018', '411627-2018'), moved('411627-2018', '411626-2018')];
    expect(listRedirects(round, regions, pages())).toEqual([]);
  });

  const one = { from: '/r/411626/2018/', to: '/r/411603/2018/' };
  it('are written for Netlify, Cloudflare Pages and our own server', () => {
    expect(formatRedirectsFile([one], '/fazhi/')).toBe(
      '/fazhi/r/411626/2018/* /fazhi/r/411603/2018/:splat 301\n',
    );
  });

  it('are written for nginx', () => {
    const [entry, ...comments] = formatNginxMap([one], '/').trimEnd().split('\n').toReversed();
    expect(entry).toBe('~^/r/411626/2018/(?<rest>.*)$ /r/411603/2018/$rest;');
    expect(comments.every((line) => line.startsWith('# '))).toBe(true);
    expect(comments.join()).toContain('return 301 $moved$is_args$args;');
  });

  it('are written for Caddy', () => {
    expect(formatCaddyMap([one], '/fazhi/').split('\n').slice(1)).toEqual([
      `~^/fazhi/r/411626/2018/(.*)$ /fazhi/r/411603/2018/\${1}`,
      '',
    ]);
  });

  it('are pages where the host knows no redirects, with no inline script', () => {
    const page = formatRedirectPage(one, { basePath: '/fazhi/', origin: 'https://HOST' });
    expect(page).toContain('<link rel="canonical" href="https://HOST/fazhi/r/411603/2018/">');
    expect(page).toContain('<a href="/fazhi/r/411603/2018/">');
    expect(page).toContain(
      '<script src="/fazhi/moved.js" data-to="/fazhi/r/411603/2018/"></script>',
    );
    expect(page).toContain(`content="${contentPolicy}"`);
    expect(formatRedirectPage(one, { basePath: '/' })).not.toContain('canonical');
  });
});
