import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../../../src/content/content-directory.ts';
import { ArchiveError } from '../../../src/report/archive-error.ts';
import type { RecordSource } from '../../../src/search/index/build-volume.ts';
import type { SearchReport } from '../../../src/search/index/plan-volumes.ts';
import type { SearchLine, SearchRecord } from '../../../src/search/text/search-record.ts';

/** How many years the texts are shared out to: the shards of an ordinary archive. */
const YEARS = 10;
const FIRST_YEAR = 2016;
const THEMES = 12;

/**
 * Read a folder of Markdown or text as if each file were a report: a line a block, a `#` line or
 * one that begins as a Chinese heading does the head of a section.
 * @param folder the folder, with all below it
 * @param count how many reports; absent: one a file; more than there are: texts are used again
 * @returns the reports, spread over years, provinces and themes
 */
export async function readCorpus(folder: string, count?: number): Promise<SearchRecord[]> {
  const files = (await listFiles(folder)).filter((name) => /\.(md|txt)$/i.test(name));
  if (files.length === 0)
    throw new ArchiveError({
      location: { file: folder },
      code: 'i-990',
      text: 'Unexpected folder without .md and .txt files, expected a corpus',
      hint: 'unpack it first, where it is an archive',
    });
  // A text used again is the same lines, so that thirty thousand reports take no more memory.
  const texts: SearchLine[][] = [];
  for (const name of files.slice(0, count)) {
    texts.push(makeLines(await readFile(path.join(folder, name), 'utf8')));
  }
  return Array.from({ length: count ?? files.length }, (_, i) => {
    const name = path.basename(files[i % files.length] ?? '').replace(/\.\w+$/, '');
    return makeRecord(i, name, texts[i % texts.length] ?? []);
  });
}

/** Make a record of lines, its place and year by its number. */
export function makeRecord(i: number, name: string, lines: readonly SearchLine[]): SearchRecord {
  const year = FIRST_YEAR + (i % YEARS);
  const place = Math.floor(i / YEARS);
  const province = String((11 + (place % 31)) * 10000);
  const code = String(Number(province) + 100 + Math.floor(place / 31));
  return {
    report: `${code}-${year}`,
    url: `/r/${code}/${year}/`,
    title: name,
    issuer: `第${code}号地方人民政府`,
    date: `${year + 1}-03-${String(10 + (place % 20))}`,
    region: {
      code,
      name: `第${code}号地方`,
      path: [
        { code: province, name: `第${province}号省` },
        { code, name: `第${code}号地方` },
      ],
    },
    year,
    kind: 'annual',
    state: 'unknown',
    lines,
  };
}

/** Make the lines of a text: see `readCorpus`. */
export function makeLines(text: string): SearchLine[] {
  const blocks = text.split(/\r?\n/).map((line) => line.trim());
  let [section, heading, paragraph] = [0, '', 0];
  return blocks
    .filter((line) => line !== '' && !line.startsWith('<!--'))
    .map((line) => {
      const own = line.replace(/^#+\s*/, '');
      const isHeading = own !== line || /^[一二三四五六七八九十]+、.{0,30}$/u.test(line);
      if (isHeading) [section, heading] = [section + 1, own];
      else paragraph += 1;
      return {
        text: own,
        section: section === 0 ? null : `s${section}`,
        sectionHeading: section === 0 ? null : heading,
        paragraph: isHeading ? null : `p${paragraph}`,
        paragraphStart: 0,
        themes: section === 0 ? [] : [`theme-${section % THEMES}`],
      };
    });
}

/** Reports to build a search of, and where their texts are. */
export interface RecordFiles {
  readonly reports: readonly SearchReport[];
  readonly source: RecordSource;
}

/**
 * Write reports as files that processes building shards read, one a report as the build has them.
 * @param records the reports
 * @param folder where to
 */
export async function writeRecords(
  records: Iterable<SearchRecord>,
  folder: string,
): Promise<RecordFiles> {
  await mkdir(folder, { recursive: true });
  const reports: SearchReport[] = [];
  for (const record of records) {
    await writeFile(path.join(folder, `${record.report}.json`), JSON.stringify(record));
    reports.push(searchReportOf(record));
  }
  return { reports, source: { module: import.meta.url, folder } };
}

/** Read a report that was written. */
export async function readSearchRecord(folder: string, report: string): Promise<SearchRecord> {
  return JSON.parse(await readFile(path.join(folder, `${report}.json`), 'utf8'));
}

/** Give what planning a search needs of a report that is at hand. */
export function searchReportOf(record: SearchRecord): SearchReport {
  const { report: id, year, kind, region, lines } = record;
  return {
    id,
    year,
    kind,
    region: region.code,
    province: region.path[0]?.code ?? region.code,
    characters: lines.reduce((sum, { text }) => sum + text.length + 1, 0),
    digest: hash('sha256', JSON.stringify(record)),
  };
}
