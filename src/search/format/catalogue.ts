import {
  formatNumbers,
  formatSigned,
  parseNumbers,
  parseSigned,
} from '../../report/characters/number-text.ts';
import { reportPath } from '../../report/report-path.ts';
import type { SearchEntry, SearchRegion } from '../text/search-record.ts';

/** A report, as the catalogue of its volume has it. */
export interface CatalogueEntry extends SearchEntry {
  /** The characters of its folded lines and line ends: the first position after its text. */
  readonly length: number;
}

/**
 * How a catalogue is written: columns of all shards, since like things beside each other press well,
 * and what one year has another often has too.
 */
interface Columns {
  /** Of each shard its year and how many reports it has. */
  readonly shards: readonly (readonly [number, number])[];
  /** Code, name, and the number of the region above or -1. */
  readonly regions: readonly (readonly [string, string, number])[];
  readonly kinds: readonly string[];
  readonly states: readonly string[];
  /** The titles and issuers there are, each once: see `markNames`. */
  readonly titles: readonly string[];
  readonly issuers: readonly string[];
  /** The number of each report's region, as the step from the one before. */
  readonly region: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly issuer: string;
  readonly length: string;
  /** What follows `<code>-` in the id; empty where it is the year. */
  readonly id: readonly string[];
  /** The address; empty where it follows from the id. */
  readonly url: readonly string[];
  /** Days from the first of January of the year; 1 is that day, 0 none. */
  readonly date: string;
}

/**
 * Write the catalogue of a volume as JSON.
 * @param shards the reports of each shard, all of one year, in the order of their record numbers
 */
export function formatCatalogue(shards: readonly (readonly CatalogueEntry[])[]): string {
  const entries = shards.flat();
  const regions: [string, string, number][] = [];
  const numbers = new Map<string, number>();
  const regionNumber = (path: SearchRegion['path']): number => {
    const region = path.at(-1);
    if (!region) return -1;
    // The same region may lie under another one, or have another name, in a report beside it.
    const key = path.map(({ code, name }) => `${code} ${name}`).join('/');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const above = regionNumber(path.slice(0, -1));
    numbers.set(key, regions.push([region.code, region.name, above]) - 1);
    return regions.length - 1;
  };
  const distinct = (values: readonly string[]) => {
    const places = new Map([...new Set(values)].map((value, i) => [value, i]));
    return [[...places.keys()], formatNumbers(values.map((one) => places.get(one) ?? 0))] as const;
  };
  const [kinds, kind] = distinct(entries.map((entry) => entry.kind));
  const [states, state] = distinct(entries.map((entry) => entry.state));
  const [titles, title] = distinct(entries.map((entry) => markNames(entry.title, entry)));
  const [issuers, issuer] = distinct(entries.map((entry) => markNames(entry.issuer, entry)));
  const id = entries.map(shortId);
  const region = entries.map((entry) => regionNumber(regionPath(entry.region)));
  const columns: Columns = {
    shards: shards.map((own) => [own[0]?.year ?? 0, own.length]),
    ...{ kinds, kind, states, state, titles, title, issuers, issuer },
    // Reports stand in the order of regions: steps are 0 or 1, which presses to nearly nothing.
    region: formatSigned(region.map((number, i) => number - (region[i - 1] ?? 0))),
    regions,
    length: formatNumbers(entries.map((entry) => entry.length)),
    id: dropEmpty(id),
    url: dropEmpty(
      entries.map(({ url, region, year }, i) =>
        url === reportPath(region.code, id[i] || String(year)) ? '' : url,
      ),
    ),
    date: formatSigned(entries.map(({ date, year }) => dayNumber(date, year))),
  };
  return JSON.stringify(columns);
}

/**
 * Read a catalogue written by `formatCatalogue`.
 * @param text the catalogue
 * @returns gives the reports of a shard, by record number
 */
export function parseCatalogue(text: string): (shard: number) => CatalogueEntry[] {
  const columns = JSON.parse(text) as Columns;
  const regions: SearchRegion[] = [];
  for (const [code, name, above] of columns.regions) {
    const path = [...(regions[above]?.path ?? []), { code, name }];
    regions.push({ code, name, path });
  }
  let number = 0;
  const region = parseSigned(columns.region).map((step) => {
    number += step;
    return number;
  });
  const [kind, state, title, issuer, length] = (
    ['kind', 'state', 'title', 'issuer', 'length'] as const
  ).map((name) => parseNumbers(columns[name]));
  const date = parseSigned(columns.date);
  const entryAt = (i: number, year: number): CatalogueEntry => {
    const own = regions[region[i] ?? 0] ?? { code: '', name: '', path: [] };
    const rest = columns.id[i] || String(year);
    return {
      report: rest.startsWith('/') ? rest.slice(1) : `${own.code}-${rest}`,
      url: columns.url[i] || reportPath(own.code, rest),
      title: readNames(columns.titles[title?.[i] ?? 0] ?? '', own, year),
      issuer: readNames(columns.issuers[issuer?.[i] ?? 0] ?? '', own, year),
      date: dayOf(date[i] ?? 0, year),
      region: own,
      year,
      kind: columns.kinds[kind?.[i] ?? 0] ?? '',
      state: columns.states[state?.[i] ?? 0] ?? '',
      length: length?.[i] ?? 0,
    };
  };
  return (shard) => {
    const first = columns.shards.slice(0, shard).reduce((sum, [, reports]) => sum + reports, 0);
    const [year, reports] = columns.shards[shard] ?? [0, 0];
    return Array.from({ length: reports }, (_, i) => entryAt(first + i, year));
  };
}

/** What stands for the region's name, for that of the one above, for the year, and before words as they are. */
const [REGION, ABOVE, YEAR, AS_IS] = ['@', '^', '#', '='] as const;
const MARKS = /[@^#=]/;

/** Write words so that those of other places and years are the same, where they differ by that. */
function markNames(words: string, { region, year }: Pick<SearchEntry, 'region' | 'year'>): string {
  const { name } = region;
  const above = aboveOf(region);
  if (name === '' || MARKS.test(words + name + above)) return AS_IS + words;
  const marked = words.replaceAll(name, REGION);
  return (above ? marked.replaceAll(above, ABOVE) : marked).replaceAll(String(year), YEAR);
}

function readNames(marked: string, region: SearchRegion, year: number): string {
  if (marked.startsWith(AS_IS)) return marked.slice(1);
  return marked
    .replaceAll(REGION, () => region.name)
    .replaceAll(ABOVE, () => aboveOf(region))
    .replaceAll(YEAR, String(year));
}

/** The name of the region above; empty where there is none. */
function aboveOf(region: SearchRegion): string {
  return regionPath(region).at(-2)?.name ?? '';
}

/** Most columns of words are empty from some place on, or at all. */
function dropEmpty(values: readonly string[]): readonly string[] {
  return values.slice(0, values.findLastIndex((value) => value !== '') + 1);
}

function shortId({ report, region, year }: SearchEntry): string {
  if (!report.startsWith(`${region.code}-`)) return `/${report}`;
  const rest = report.slice(region.code.length + 1);
  return rest === String(year) ? '' : rest;
}

const DAY = 86_400_000;

function dayNumber(date: string | null, year: number): number {
  if (date === null) return 0;
  const days = Math.round((Date.parse(date) - Date.UTC(year, 0, 1)) / DAY);
  return days < 0 ? days : days + 1;
}

function dayOf(number: number, year: number): string | null {
  if (number === 0) return null;
  const days = number < 0 ? number : number - 1;
  return new Date(Date.UTC(year, 0, 1) + days * DAY).toISOString().slice(0, 10);
}

/** A path that ends in the region itself, whatever it was given as. */
function regionPath({ code, name, path }: SearchRegion): SearchRegion['path'] {
  return path.at(-1)?.code === code ? path : [...path, { code, name }];
}
