import { hash } from 'node:crypto';
import { getMediaType } from '../../report/media-types.ts';
import type { ListedFile } from '../compile/compiled-archive.ts';
import type { Column, Table } from './download-tables.ts';

/** A file of data that was written. */
export interface DataFile {
  readonly table: Table<never>;
  /** Under `/data/`: `paragraphs/2019.parquet`. */
  readonly path: string;
  /** The only year in it; absent where it is of all. */
  readonly year?: number;
  readonly rows: number;
  readonly bytes: number;
  /** `sha256:` and hexadecimals. */
  readonly hash: string;
}

/** What is said of all files together. */
export interface DataAbout {
  /** The day of the last change that the archive knows of; `null` where it knows none. */
  readonly changed: string | null;
  /** The years of the reports. */
  readonly years: readonly number[];
  /** Address of `/data/`, whole where the site knows its origin; else empty, for addresses beside it. */
  readonly base: string;
}

const TITLE = '法治政府建设报告库';
const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';
const RIGHTS = '本库自编的著录信息；对官方文本不主张权利';

/** Find the last day on which a report, a version or a correction came into the archive. */
export function lastChange(files: readonly ListedFile[]): string | null {
  const days = files.flatMap(({ added, corrections, changes }) => [
    ...(added === null ? [] : [added]),
    ...[...corrections, ...changes].map(({ date }) => date),
  ]);
  return days.reduce<string | null>(
    (last, day) => (last === null || day > last ? day : last),
    null,
  );
}

/**
 * Describe the data as a Frictionless data package (version 1), with a schema for each file.
 *
 * Its version is the day of the last change and a digest of the data, so that the same data have the
 * same version wherever they are built.
 *
 * CSV begins with a byte order mark, without which Excel misreads Chinese. `utf-8-sig` says so: it is
 * what Frictionless itself writes of such a file.
 *
 * @see https://specs.frictionlessdata.io/data-package/
 */
export function dataPackage(files: readonly DataFile[], about: DataAbout): object {
  const { changed, base } = about;
  const digest = hash('sha256', files.map((file) => file.path + file.hash).join('\n'));
  const [year = 0, month = 0, day = 0] = (changed ?? '').split('-').map(Number);
  return {
    profile: 'data-package',
    name: 'fazhi-archive',
    title: TITLE,
    version: `${year}.${month}.${day}+${digest.slice(0, 12)}`,
    ...(changed === null ? {} : { created: `${changed}T00:00:00Z` }),
    ...(base === '' ? {} : { homepage: base }),
    licenses: [{ name: 'CC0-1.0', title: RIGHTS, path: CC0 }],
    resources: files.map(({ table, path, rows, bytes, hash, year }) => ({
      profile: path.endsWith('.csv') ? 'tabular-data-resource' : 'data-resource',
      name: resourceName(path),
      title: titleOf({ table, year }),
      path,
      format: formatOf(path),
      mediatype: getMediaType(path).type,
      ...(path.endsWith('.csv')
        ? {
            encoding: 'utf-8-sig',
            dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
          }
        : path.endsWith('.jsonl')
          ? { encoding: 'utf-8' }
          : {}),
      ...{ bytes, hash, rows },
      schema: {
        fields: table.columns.map(fieldOf),
        missingValues: [''],
        ...(table.key === undefined ? {} : { primaryKey: table.key }),
        ...(table.columns.some(({ name }) => name === 'report')
          ? {
              foreignKeys: [
                { fields: ['report'], reference: { resource: 'reports-csv', fields: ['id'] } },
              ],
            }
          : {}),
      },
    })),
  };
}

/** Name a file as others refer to it: `reports`, `reports-csv`, `reports-2019`. */
function resourceName(path: string): string {
  const [name = '', format = ''] = path.replace('/', '-').split('.');
  return name === 'reports' && format === 'csv' ? 'reports-csv' : name;
}

function formatOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function titleOf({ table, year }: { table: Table<never>; year: number | undefined }): string {
  return year === undefined ? table.title : `${table.title}（${year}年）`;
}

function fieldOf({ name, type, title, words }: Column<never>): object {
  return {
    ...{ name, type: type === 'texts' ? 'array' : type, title },
    ...(words === undefined ? {} : { constraints: { enum: words } }),
  };
}

/** Describe a row of JSON lines as a JSON Schema: it has every column, and `null` where it says nothing. */
export function rowSchema({ title, columns }: Table<never>): object {
  const schemaOf = ({ type, words }: Column<never>): object => {
    if (type === 'texts') return { type: 'array', items: { type: 'string' } };
    const named = type === 'date' ? 'string' : type;
    return { type: [named, 'null'], ...(words === undefined ? {} : { enum: [...words, null] }) };
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...{ title, type: 'object' },
    properties: Object.fromEntries(
      columns.map((column) => [column.name, { ...schemaOf(column), description: column.title }]),
    ),
    required: columns.map(({ name }) => name),
    additionalProperties: false,
  };
}

/**
 * Describe the data as a DCAT catalogue (version 3) in JSON-LD: a dataset a table, a distribution a
 * file. Its context is in it, so that nothing has to be fetched to read it.
 *
 * @see https://www.w3.org/TR/vocab-dcat-3/
 */
export function dataCatalogue(files: readonly DataFile[], about: DataAbout): object {
  const { changed, years, base } = about;
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': TITLE };
  const span = {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': typed(`${Math.min(...years)}`, 'xsd:gYear'),
    'dcat:endDate': typed(`${Math.max(...years)}`, 'xsd:gYear'),
  };
  const modified = changed === null ? {} : { 'dct:modified': typed(changed, 'xsd:date') };
  const described = {
    'dct:publisher': publisher,
    'dct:license': { '@id': CC0 },
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/ZHO' },
    ...modified,
  };
  const tables = Map.groupBy(files, ({ table }) => table.name);
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${base}#catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': inChinese(TITLE),
    ...(base === '' ? {} : { 'foaf:homepage': { '@id': base } }),
    ...described,
    'dcat:dataset': [...tables].map(([name, own]) => ({
      '@id': `${base}#${name}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': name,
      'dct:title': inChinese(own[0]?.table.title ?? name),
      'dct:rights': inChinese(RIGHTS),
      ...(years.length === 0 ? {} : { 'dct:temporal': span }),
      'dct:spatial': { '@id': 'http://www.wikidata.org/entity/Q148' },
      ...described,
      'dcat:distribution': own.map((file) => ({
        '@id': `${base}#${resourceName(file.path)}`,
        '@type': 'dcat:Distribution',
        'dct:title': inChinese(titleOf({ table: file.table, year: file.year })),
        'dcat:downloadURL': { '@id': base + file.path },
        'dcat:mediaType': {
          '@id': `https://www.iana.org/assignments/media-types/${getMediaType(file.path).type}`,
        },
        'dcat:byteSize': typed(`${file.bytes}`, 'xsd:nonNegativeInteger'),
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': typed(file.hash.slice('sha256:'.length), 'xsd:hexBinary'),
        },
      })),
    })),
  };
}

function typed(value: string, type: string): object {
  return { '@value': value, '@type': type };
}

function inChinese(text: string): object {
  return { '@value': text, '@language': 'zh-CN' };
}

/**
 * Say in the data page how many rows and bytes each file has, and its digest: the page is built
 * before they are. The parts of a table are told of together.
 *
 * @param html with a place `%reports.jsonl%` for what is said of a file, `%reports.parquet%` for
 *   parts
 */
export function describeFiles(html: string, files: readonly DataFile[]): string {
  const places = Map.groupBy(files, ({ table: { name }, path, year }) =>
    year === undefined ? path : `${name}.${formatOf(path)}`,
  );
  return [...places].reduce((text, [place, own]) => {
    const sum = (of: (file: DataFile) => number) =>
      own.reduce((total, file) => total + of(file), 0).toLocaleString('en');
    const [only] = own;
    const digest =
      only === undefined || only.year !== undefined
        ? `${own.length} 个文件，一年一个，校验值见 datapackage.json`
        : `SHA-256 <code>${only.hash.slice('sha256:'.length)}</code>`;
    const words = `${sum(({ rows }) => rows)} 行，${sum(({ bytes }) => bytes)} 字节，${digest}`;
    return text.replace(`%${place}%`, words);
  }, html);
}
