import { findRegions, type HeldRegion } from '../region-box/held-regions.ts';

/** What a reader may have meant by a place's name and a year. */
export interface NamedReport {
  /** Address of the report; `undefined` where the archive holds none of that name and year. */
  readonly address: string | undefined;
  /** What there is instead, by name: 鹤壁市 2017、2022。 */
  readonly held: string;
}

/** A year of four digits after a name, with or without 年 or 年度. */
const NAMED = /^(.*?\D)\s*((?:19|20)\d\d)?\s*年?度?$/u;

/**
 * Find a report by its place's name, in Chinese or letters, and its year: `鹤壁 2017`, `hebi2017`,
 * `鹤壁市2017年度`. Without a year it is the place's latest.
 *
 * @param regions the places that the archive holds
 */
export function findNamedReport(regions: readonly HeldRegion[], typed: string): NamedReport {
  const [, name = '', year] = NAMED.exec(typed.normalize('NFKC').trim()) ?? [];
  const found = name.trim() === '' ? [] : findRegions(regions, name.trim());
  const own = found.filter(({ documents = [] }) => documents.length > 0);
  const region = own.find(({ documents = [] }) => hasYear(documents, year)) ?? own[0];
  if (region === undefined) return { address: undefined, held: '' };
  const { documents = [] } = region;
  const document = documents
    .toSorted((a, b) => b.slice(0, 4).localeCompare(a.slice(0, 4)) || a.length - b.length)
    .find((one) => year === undefined || one.startsWith(year));
  return {
    address: document === undefined ? undefined : `/r/${region.code}/${document}/`,
    held: heldWords(region),
  };
}

function hasYear(documents: readonly string[], year: string | undefined): boolean {
  return year === undefined || documents.some((one) => one.startsWith(year));
}

/**
 * Say which years of a place are held, runs of years as one.
 *
 * @example heldWords({ name: '鹤壁市', documents: ['2017', '2022', '2023'] }) // '鹤壁市：2017、2022-2023'
 */
export function heldWords({
  name,
  documents = [],
}: Pick<HeldRegion, 'name' | 'documents'>): string {
  const years = [...new Set(documents.map((one) => Number(one.slice(0, 4))))].toSorted(
    (a, b) => a - b,
  );
  const runs: [first: number, last: number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  const words = runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return `${name}：${words.join('、')}`;
}
