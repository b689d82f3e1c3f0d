import { hash } from 'node:crypto';
import path from 'node:path';
import { writeWhole } from '../../../src/content/write-whole.ts';
import { outline } from '../../../src/ingest/outline/outline.ts';
import { formatReportFile } from '../../../src/report/file/report-file.ts';
import type { Frontmatter } from '../../../src/report/frontmatter.ts';
import type { Region, RegionTable } from '../../../src/vocabulary/region/region.ts';
import { isReportingGovernment, regionPath } from '../../../src/vocabulary/region/region-tree.ts';
import { writeBody } from '../ingest/body.ts';
import { type Random, seededRandom } from '../ingest/random.ts';

/** Bodies that make a report of usual length, 5,000 to 6,000 characters. */
const BODIES = 4;
const LAST_YEAR = 2025;

/** A made-up report as its files. */
export interface MadeFiles {
  readonly id: string;
  /** Path under the content directory. */
  readonly report: string;
  readonly source: string;
}

/**
 * Make a content directory of annual reports: of every government of county level and above for
 * the latest year, then for the years before, as many as are asked for.
 *
 * @param count how many reports; the same ones each time
 * @param contentDir where `reports/` and `sources/` go
 */
export async function makeArchive(
  count: number,
  contentDir: string,
  table: RegionTable,
): Promise<MadeFiles[]> {
  const places = [...table.regions.values()].filter(isReportingGovernment);
  const made: MadeFiles[] = [];
  for (let i = 0; i < count; i += 1) {
    const place = places[i % places.length];
    if (place === undefined) break;
    const year = LAST_YEAR - Math.floor(i / places.length);
    made.push(await makeFiles(contentDir, table, place, year, seededRandom(i + 1)));
  }
  return made;
}

async function makeFiles(
  contentDir: string,
  table: RegionTable,
  region: Region,
  year: number,
  random: Random,
): Promise<MadeFiles> {
  const { code, name } = region;
  const title = `${name}${year}年法治政府建设情况报告`;
  const lines = writeLines(random, table, region, year);
  const snapshot = `${[title, ...lines].join('\n')}\n`;
  const stem = `${year}/${code}-${name}`;
  const frontmatter: Frontmatter = {
    id: `${code}-${year}`,
    kind: 'annual',
    title,
    altTitles: [],
    issuer: `${name}人民政府`,
    region: code,
    year,
    published: `${year + 1}-0${random.int(1, 6)}-1${random.int(0, 9)}`,
    republished: null,
    signed: null,
    addressee: null,
    cc: null,
    signature: [],
    docNo: null,
    basis: {
      title: 'document',
      issuer: 'inferred',
      region: 'document',
      year: 'document',
      kind: 'document',
      published: 'page',
    },
    source: {
      url: null,
      archived: null,
      file: `sources/${stem}.txt`,
      sha256: hash('sha256', snapshot),
      retrieved: null,
      omitted: [{ line: 1, text: title, why: 'metadata', fields: ['title'] }],
    },
    version: 1,
    themes: [],
    corrections: [],
    accepted: [],
    review: [],
  };
  const files = {
    id: frontmatter.id,
    report: `reports/${stem}.md`,
    source: frontmatter.source.file,
  };
  const text = formatReportFile({ frontmatter, body: outline(lines, { year }) });
  await writeWhole(path.join(contentDir, files.report), text);
  await writeWhole(path.join(contentDir, files.source), snapshot);
  return files;
}

function writeLines(random: Random, table: RegionTable, region: Region, year: number): string[] {
  const above = regionPath(table, region.code).slice(0, -1);
  const issuer = `${region.name}人民政府`;
  const subject = {
    region,
    above: above.map((step) => step.name),
    township: null,
    kind: 'annual' as const,
    year,
    name: region.name,
    issuers: [issuer],
    word: region.name.slice(-1),
  };
  const bodies = Array.from({ length: BODIES }, () =>
    writeBody(random, subject, { naming: 'often', style: 'run-in' }),
  );
  return renumber(bodies.flat());
}

const HAN = [...'一二三四五六七八九'];

/** Number the sections of several bodies as those of one. */
function renumber(lines: readonly string[]): string[] {
  let number = 0;
  return lines.map((line) => {
    const [, rest] = /^[一二三四五六七八九十]+(、.*)$/u.exec(line) ?? [];
    if (rest === undefined) return line;
    number += 1;
    return `${formatHan(number)}${rest}`;
  });
}

/** Write a number under 100 in Han numerals. */
function formatHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : HAN[tens - 1]}十`;
  return `${head}${ones === 0 ? '' : HAN[ones - 1]}`;
}
