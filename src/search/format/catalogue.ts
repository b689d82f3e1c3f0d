import {
  formatNumbers,
  formatSigned,
  parseNumbers,
  parseSigned,
} from '../../report/characters/number-text.ts';
import { reportPath } from '../../report/report-path.ts';
import type { SearchEntry, SearchRegion } from '../text/search-record.ts';

/** A report of a shard, as its catalogue has it. */
export interface CatalogueEntry extends SearchEntry {
  /** The characters of its folded lines and line ends: the first position after its text. */
  readonly length: number;
}

/** How a catalogue is written: columns, since like things beside each other press well. */
interface Columns {
  readonly year: number;
  /** Code, name, and the number of the region above or -1. */
  readonly regions: readonly (readonly [string, string, number])[];
  readonly kinds: readonly string[];
  readonly states: readonly string[];
  /** The number of each report's region, as the step from the one before. */
  readonly region: string;
  readonly kind: string;
  readonly state: string;
  readonly length: string;
  /** What follows `<code>-` in the id; empty where it is the year. */
  readonly id: readonly string[];
  /** The address; empty where it follows from the id. */
  readonly url: readonly string[];
  readonly title: readonly string[];
  /** Empty where it is the government of the region. */
  readonly issuer: readonly string[];
  /** Days from the first of January of the year; 1 is that day, 0 none. */
  readonly date: string;
}

/**
 * Write the catalogue of a shard as JSON.
 * @param entries its reports, all of one year, in the order of their record numbers
 */
export function formatCatalogue(entries: readonly CatalogueEntry[]): string {
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
  const kinds = [...new Set(entries.map((entry) => entry.kind))];
  const states = [...new Set(entries.map((entry) => entry.state))];
  const year = entries[0]?.year ?? 0;
  const id = entries.map((entry) => shortId(entry, year));
  const region = entries.map((entry) => regionNumber(regionPath(entry.region)));
  const columns: Columns = {
    year,
    kinds,
    states,
    // Reports stand in the order of regions: steps are 0 or 1, which presses to nearly nothing.
    region: formatSigned(region.map((number, i) => number - (region[i - 1] ?? 0))),
    regions,
    kind: formatNumbers(entries.map((entry) => kinds.indexOf(entry.kind))),
    state: formatNumbers(entries.map((entry) => states.indexOf(entry.state))),
    length: formatNumbers(entries.map((entry) => entry.length)),
    id,
    url: entries.map((entry, i) =>
      entry.url === reportPath(entry.region.code, id[i] || String(year)) ? '' : entry.url,
    ),
    title: entries.map((entry) => entry.title),
    issuer: entries.map(({ issuer, region }) =>
      issuer === usualIssuer(region.name) ? '' : issuer,
    ),
    date: formatSigned(entries.map(({ date }) => dayNumber(date, year))),
  };
  return JSON.stringify(columns);
}

/** Read a catalogue written by `formatCatalogue`: its reports by record number. */
export function parseCatalogue(text: string): CatalogueEntry[] {
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
  const kind = parseNumbers(columns.kind);
  const state = parseNumbers(columns.state);
  const length = parseNumbers(columns.length);
  const date = parseSigned(columns.date);
  return columns.title.map((title, i) => {
    const own = regions[region[i] ?? 0] ?? { code: '', name: '', path: [] };
    const rest = columns.id[i] || String(columns.year);
    return {
      report: rest.startsWith('/') ? rest.slice(1) : `${own.code}-${rest}`,
      url: columns.url[i] || reportPath(own.code, rest),
      title,
      issuer: columns.issuer[i] || usualIssuer(own.name),
      date: dayOf(date[i] ?? 0, columns.year),
      region: own,
      year: columns.year,
      kind: columns.kinds[kind[i] ?? 0] ?? '',
      state: columns.states[state[i] ?? 0] ?? '',
      length: length[i] ?? 0,
    };
  });
}

function shortId({ report, region }: SearchEntry, year: number): string {
  if (!report.startsWith(`${region.code}-`)) return `/${report}`;
  const rest = report.slice(region.code.length + 1);
  return rest === String(year) ? '' : rest;
}

function usualIssuer(name: string): string {
  return `${name}人民政府`;
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
