import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../scripts/bench/bench.ts';
import { makeArchive } from '../scripts/bench/build/make-archive.ts';
import { projectPath } from '../src/command/project-path.js';
import { projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { writeWhole } from '../src/content/write-whole.ts';
import { cacheDirectory } from '../src/publish/kept-site.ts';
import { listSite } from '../src/publish/site-folder.ts';
import { formatReportBody, parseReportBody } from '../src/report/file/body-markdown.ts';
import { formatReportFile, parseReportFile } from '../src/report/file/report-file.ts';
import type { BodySection, ReportBody } from '../src/report/report-body.ts';
import { attacks } from './hostile/attacks.ts';
import { hostileFaults } from './hostile/page-faults.ts';

/** What every attack has in it, wherever it was put. */
const MARK = /zq[a-z]+\d+z/;
/** A character that speaks to a terminal, and that XML has not. */
const CONTROL = /\p{Cc}(?<![\n\r\t])|[\ufffe\uffff]/u;
const ANY_MARK = /zq[a-z]+\d+z/g;

let folder = '';
let said = '';
let put: string[] = [];
const texts = new Map<string, string>();

/** Build one archive whose every field that takes words holds an attack. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hostile-'));
  const content = path.join(folder, 'content');
  put = await plant(content);
  said = await runProgram(
    process.execPath,
    [projectPath('scripts/build.ts'), '--content', content, '--out', path.join(folder, 'site')],
    { ...process.env, BASE_PATH: '/', SITE_URL: 'https://archive.example', PAGEFIND: 'off' },
  );
  for (const file of listSite(path.join(folder, 'site')))
    texts.set(file, await readFile(path.join(folder, 'site', file), 'utf8'));
}, 180_000);
afterAll(async () => {
  await rm(cacheDirectory(path.join(folder, 'content')), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Write the archive; @returns the attacks that were put into it. */
async function plant(content: string): Promise<string[]> {
  const { regions } = await readVocabularies(projectContent);
  const made = await makeArchive(REPORTS, content, regions);
  const all: string[] = [];
  const taken = new Map<string, string[]>();
  /** Take the next attack of a field, other ones in each report. */
  const next = (field: string): string => {
    const left = taken.get(field) ?? attacks(`zq${field}`);
    taken.set(field, left);
    const attack = left.splice(0, 1)[0] ?? '';
    all.push(attack);
    return attack;
  };
  for (const [number, { report }] of made.entries()) {
    const file = path.join(content, report);
    const { frontmatter } = parseReportFile(await readFile(file, 'utf8'), report);
    const body = hostileBody(number);
    all.push(...body.all);
    const hostile = {
      ...frontmatter,
      title: `报告${next('title')}`,
      altTitles: [next('alt')],
      issuer: next('issuer'),
      addressee: next('addressee'),
      cc: next('cc'),
      signature: [next('signature')],
      docNo: next('number'),
      source: {
        ...frontmatter.source,
        url: `https://www.example.gov.cn/?${encodeURIComponent(next('url'))}`,
        file: frontmatter.source.file.replace(/txt$/, 'html'),
        omitted: [{ line: 1, text: next('omitted'), why: 'metadata' as const, fields: ['title'] }],
      },
      corrections: [
        {
          ...{ place: 'p1', old: next('old'), new: next('new'), why: next('why') },
          date: '2026-11-22',
        },
      ],
      review: [{ field: 'title', value: next('guess'), confidence: 0.5, evidence: next('doubt') }],
    };
    await writeFile(file, formatReportFile({ frontmatter: hostile, body: body.body }));
    await writeWhole(path.join(content, hostile.source.file), attacks('zqsnapshot').join('\n'));
    await writeWhole(
      path.join(content, `anchors/2001/${110000 + number}-某地.json`),
      JSON.stringify({
        id: `${110000 + number}-2001`,
        version: 1,
        anchors: { p1: '793b153e038a4d3c' },
        changes: [],
        departed: {
          ...{ kind: 'withdrawn', title: next('gone'), why: next('reason'), date: '2026-11-22' },
        },
      }),
    );
  }
  await plantVocabularies(content, next);
  return all;
}

const REPORTS = 8;

/** Ways to put a text into the body of a report, and what to call an attack that goes there. */
const placements: Readonly<Record<string, (text: string) => Partial<ReportBody>>> = {
  paragraph: (text) => ({ opening: [text] }),
  heading: (text) => ({ sections: [section(text, { style: 'own-line', stop: null })] }),
  runin: (text) => ({ sections: [section(text, { label: '一、', style: 'run-in', stop: '。' })] }),
  cell: (text) => ({
    closing: [
      [
        {
          head: 1,
          rows: [
            ['项目', '数'],
            [text, text],
          ],
          spans: [],
        },
      ],
    ],
  }),
};

function section(
  heading: string,
  rest: Pick<BodySection, 'style' | 'stop'> & Partial<BodySection>,
): BodySection {
  return { label: null, heading, paragraphs: ['依法行政。'], sections: [], ...rest };
}

/** Make a text of attacks, as far as a report file can hold them: what it cannot, it refuses. */
function hostileBody(number: number): { readonly body: ReportBody; readonly all: string[] } {
  const all: string[] = [];
  const parts = Object.entries(placements).flatMap(([field, place]) => {
    const own = attacks(`zq${field}`).filter((_, at) => at % REPORTS === number);
    const held = own.filter((attack) => isWritable(place(attack)));
    all.push(...held);
    return held.map(place);
  });
  const body: ReportBody = {
    opening: parts.flatMap(({ opening = [] }) => opening),
    sections: parts.flatMap(({ sections = [] }) => sections),
    closing: parts.flatMap(({ closing = [] }) => closing),
  };
  return { body, all };
}

/** Whether a report file can hold a text where it is put; where it cannot, it is refused. */
function isWritable(part: Partial<ReportBody>): boolean {
  const body: ReportBody = { opening: [], sections: [], closing: [], ...part };
  try {
    return isDeepStrictEqual(parseReportBody(formatReportBody(body), 'x'), body);
  } catch {
    return false;
  }
}

/** Put attacks into what readers call the themes and the indicators. */
async function plantVocabularies(content: string, next: (field: string) => string): Promise<void> {
  for (const [file, field] of [
    ['themes/themes.yaml', 'theme'],
    ['indicators/indicators.yaml', 'indicator'],
  ] as const) {
    const text = await readFile(path.join(projectContent, file), 'utf8');
    const hostile = text.replace(
      /^( {4}label: ).*$/gm,
      (_, head: string) => head + JSON.stringify(next(field)),
    );
    await writeWhole(path.join(content, file), hostile);
  }
}

it('an archive of hostile text is built', () => {
  expect(said).toContain(`${REPORTS} reports`);
  // What a program prints may not speak to the terminal.
  expect(said).not.toMatch(CONTROL);
});

it('no page has an element, a script or an address that an attack brought', () => {
  const faults = [...texts]
    .filter(([file]) => file.endsWith('.html') && !/\/source\.html$/.test(file))
    .flatMap(([file, text]) => hostileFaults(text, MARK).map((fault) => `${file}: ${fault}`));
  expect(faults).toEqual([]);
});

it('every file of data is what its readers take it for', () => {
  const faults: string[] = [];
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  for (const [file, text] of texts) {
    if (file.endsWith('.json') && !isJson(text)) faults.push(`${file} is no JSON`);
    if (file.endsWith('.jsonl') && !text.trimEnd().split('\n').every(isJson))
      faults.push(`${file} has a line that is no JSON`);
    if (file.endsWith('.xml')) {
      const parser = new DOMParser({
        errorHandler: (_, message) => faults.push(`${file}: ${message}`),
      });
      parser.parseFromString(text, 'text/xml');
      if (CONTROL.test(text)) faults.push(`${file} has a character that XML has not`);
    }
    if (file.endsWith('.ris'))
      for (const line of text.replace(/\s*$/, ' ').split(/\r?\n/))
        if (!/^[A-Z][A-Z0-9] {2}- /.test(line)) faults.push(`${file}: ${line}`);
    if (file.endsWith('.bib') && (text.match(/^@/gm) ?? []).length !== 1)
      faults.push(`${file} has not one entry`);
    if (/^(?:_headers|_redirects|redirects\.)/.test(file) && MARK.test(text))
      faults.push(`${file} has words of a report`);
  }
  expect(faults).toEqual([]);
});

it.each([
  ['<script>1</script>', '<script> is none of ours'],
  ['<script src="//zqa1z.example"></script>', '<script> is none of ours'],
  ['<script type="application/ld+json">{</script>', '<script> of data is no JSON'],
  ['<p onclick="1">', '<p> has onClick'],
  ['<p style="x">', '<p> has style'],
  ['<a href="javascript:1">', '<a> leads to javascript:1'],
  ['<a href="java\tscript:1">', '<a> leads to java\tscript:1'],
  ['<img src="//zqa1z.example/x">', '<img> leads to //zqa1z.example/x'],
  ['<img src="/zqa1z">', '<img> loads /zqa1z'],
  ['<base href="/">', '<base> is none of ours'],
  ['<meta http-equiv="refresh" content="0">', '<meta> refreshes'],
])('what looks the pages over sees %s', (markup, fault) => {
  expect(hostileFaults(`<!doctype html><title>页</title>${markup}`, MARK)).toContain(fault);
  expect(hostileFaults(markup, MARK)).toContain('is shown in quirks mode');
  const plain = '<!doctype html><title>页</title><a href="/r/">&lt;script&gt;zqa1z</a>';
  expect(hostileFaults(plain, MARK)).toEqual([]);
});

it('a snapshot is shown as text: nothing in it is an element', () => {
  const pages = [...texts].filter(([file]) => /\/source\.html$/.test(file));
  expect(pages).toHaveLength(REPORTS);
  for (const [, text] of pages)
    expect(text).toMatch(
      /^<!doctype html><html lang="zh-CN"><meta charset="[\w-]+">[^\n]*<plaintext>\n/,
    );
});

it('three hundred attacks and more were carried to readers, and held', () => {
  const seen = new Set([...texts.values()].flatMap((text) => text.match(ANY_MARK) ?? []));
  const marks = new Set(put.flatMap((attack) => attack.match(ANY_MARK) ?? []));
  const carried = [...marks].filter((mark) => seen.has(mark));
  expect(carried.length).toBeGreaterThan(300);
});
