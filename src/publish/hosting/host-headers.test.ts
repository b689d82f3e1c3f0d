import { describe, expect, it } from 'vitest';
import { headerPolicy } from '../../report/content-policy.ts';
import { formatHeadersFile, hostHeaders } from './host-headers.ts';

describe('the headers of a file', () => {
  it.each([
    ['_astro/Page.abc.css', true],
    ['search/2019-1-0caa5cca622e/index/0.bin', true],
    ['search/parts/export-hits-ABC.js', true],
    ['search/client.js', false],
    ['search/index.html', false],
    ['r/410600/2017/index.html', false],
    ['service-worker.js', false],
    ['x_astro/Page.css', false],
  ])('keep %s for ever: %s', (file, isKept) => {
    expect(hostHeaders(file)['Cache-Control']).toBe(
      isKept ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  });

  it('let a page run files of its own origin, and nothing else', () => {
    const policy = hostHeaders('index.html')['Content-Security-Policy'];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
  });

  it.each([
    ['r/410600/2017/source.html', "sandbox; default-src 'none'"],
    ['r/410600/2017/v1/source.docx', "sandbox; default-src 'none'"],
    ['r/410600/2017/source.pdf', undefined],
    ['pagefind/pagefind-worker.js', undefined],
    ['r/410600/2017/pagefind/', headerPolicy],
  ])('give a snapshot no rights here, and viewers and Pagefind theirs: %s', (file, policy) => {
    expect(hostHeaders(file)['Content-Security-Policy']).toBe(policy);
  });
});

describe('the file _headers', () => {
  const files = ['data/coverage.csv', 'data/datapackage.json', 'data/reports.jsonl'];
  const { text } = formatHeadersFile('/fazhi/', files, { 'r/1/2017/source.txt': 'big5' });
  const rules = text.split('\n\n').map((rule) => rule.trim().split('\n'));

  it('keeps to what the hosts take: 100 rules, 2,000 characters a line, one splat', () => {
    expect(rules.length).toBeLessThan(100);
    for (const [address = '', ...headers] of rules) {
      expect(address).toMatch(/^\/fazhi\/[^*]*\*?$/);
      for (const header of headers) {
        expect(header.length).toBeLessThan(2000);
        expect(header).toMatch(/^ {2}[A-Z][A-Za-z-]+: \S/);
      }
    }
  });

  it('names the charset of as many snapshots as there is room for', () => {
    expect(rules.at(-1)).toEqual([
      '/fazhi/r/1/2017/source.txt',
      '  Content-Type: text/plain; charset=big5',
    ]);
    const room = 101 - rules.length;
    const some = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`r/${i}/source.txt`, 'big5']));
    expect(formatHeadersFile('/', files, some(room)).left).toBe(0);
    const { text: full, left } = formatHeadersFile('/', files, some(room + 2));
    expect([full.split('\n\n').length, left]).toEqual([100, 2]);
  });

  it('names the charset of what hosts would send without one', () => {
    const typeOf = (address: string) => rules.find(([first]) => first === address)?.[1];
    expect(typeOf('/fazhi/r/:code/:document/report.txt')).toBe(
      '  Content-Type: text/plain; charset=utf-8',
    );
    expect(typeOf('/fazhi/r/:code/:document/:version/cite.ris')).toContain('charset=utf-8');
    expect(typeOf('/fazhi/data/coverage.csv')).toBe('  Content-Type: text/csv; charset=utf-8');
    expect(typeOf('/fazhi/data/datapackage.json')).toBeUndefined();
  });
});
