import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  asyncBufferFromUrl,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { projectPath } from '../src/command/project-path.js';
import { builtSites } from './site/built-sites.ts';
import { csvTable } from './site/csv-table.ts';
import { TOP_ORIGIN } from './site/sites.ts';

const jsonld: {
  toRDF: (
    document: unknown,
    options: { readonly format: 'application/n-quads'; readonly safe: boolean },
  ) => Promise<string>;
} = createRequire(import.meta.url)('jsonld');

const { directory, url } = builtSites.top;
const read = (path: string) => readFileSync(join(directory, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));
const lines = (name: string): Record<string, unknown>[] =>
  read(`data/${name}`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const compressors = { ZSTD: (bytes: Uint8Array) => zstdDecompressSync(bytes) };

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly encoding?: string;
  readonly rows: number;
  readonly schema: {
    readonly fields: { name: string; type: string; constraints?: { enum: string[] } }[];
    readonly primaryKey?: string[];
    readonly foreignKeys?: {
      fields: [string];
      reference: { resource: string; fields: [string] };
    }[];
  };
}
const described: { resources: readonly Resource[]; version: string } =
  json('data/datapackage.json');
const partsOf = (name: string) =>
  described.resources.filter(({ path }) => path.startsWith(`${name}/`)).map(({ path }) => path);

/** Read the parts of a table, one after the other. */
async function readParts(name: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const part of partsOf(name)) {
    const bytes = readFileSync(join(directory, 'data', part));
    const file = new Uint8Array(bytes).buffer;
    rows.push(...(await parquetReadObjects({ file, compressors })));
  }
  return rows;
}

/** Write a cell as CSV has it. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : `${value}`;
}

describe('the Parquet files', () => {
  test('hold what the lines and the tables hold, in their order', async () => {
    const paragraphs = lines('paragraphs.jsonl');
    expect(paragraphs.length).toBeGreaterThan(100);
    expect(await readParts('paragraphs')).toEqual(paragraphs);
    for (const name of ['reports', 'observations', 'coverage']) {
      const rows = await readParts(name);
      const table = csvTable(read(`data/${name}.csv`));
      const sorted = (all: readonly object[]) => all.map((row) => JSON.stringify(row)).sort();
      const cells = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(value)])),
      );
      expect(sorted(cells)).toEqual(sorted(table));
    }
  });

  test('are read over the network by ranges, a column without the others', async () => {
    const { path } = described.resources.find(({ path }) => /^paragraphs\/\d/.test(path)) ?? {
      path: '',
    };
    let fetched = 0;
    const file = await asyncBufferFromUrl({
      url: `${url}data/${path}`,
      fetch: async (address: RequestInfo | URL, init?: RequestInit) => {
        const answer = await fetch(address, init);
        if (init?.method !== 'HEAD') {
          expect(answer.status).toBe(206);
          fetched += Number(answer.headers.get('content-length'));
        }
        return answer;
      },
    });
    const metadata = await parquetMetadataAsync(file, { initialFetchSize: 4096 });
    const columns = ['report', 'section'];
    const rows = await parquetReadObjects({ file, metadata, columns, compressors });
    expect(rows.length).toBe(Number(metadata.num_rows));
    expect(parquetSchema(metadata).children.map(({ element }) => element.name)).toContain('text');
    expect(fetched).toBeLessThan(file.byteLength);
  });
});

describe('the data package', () => {
  test('says of each file what it is: bytes, encoding, fields, words, keys', async () => {
    const { resources, version } = described;
    expect(version).toMatch(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)\+[0-9a-f]{12}$/);
    const names = resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9._-]+$/.test(name))).toEqual([]);
    const rowsOf = new Map<string, readonly Record<string, unknown>[]>();
    for (const { name, path, format } of resources) {
      if (format === 'csv') rowsOf.set(name, csvTable(read(`data/${path}`)));
      if (format === 'jsonl') rowsOf.set(name, lines(path));
    }
    for (const { name, path, format, encoding, rows, schema } of resources) {
      const start = readFileSync(join(directory, 'data', path))
        .subarray(0, 3)
        .toString('hex');
      expect(encoding).toBe({ csv: 'utf-8-sig', jsonl: 'utf-8' }[format]);
      expect(start === 'efbbbf').toBe(encoding === 'utf-8-sig');
      const own = rowsOf.get(name);
      if (own === undefined) continue;
      expect(own.length).toBe(rows);
      for (const { name: field, type, constraints } of schema.fields) {
        expect(['string', 'integer', 'number', 'date', 'array', 'object']).toContain(type);
        const values = own.map((row) => row[field]).filter((value) => cell(value) !== '');
        if (constraints !== undefined)
          expect(constraints.enum).toEqual(expect.arrayContaining([...new Set(values)]));
        if (type === 'integer')
          expect(values.filter((value) => !/^-?\d+$/.test(cell(value)))).toEqual([]);
        if (type === 'date')
          expect(values.filter((value) => !/^\d{4}-\d\d-\d\d$/.test(cell(value)))).toEqual([]);
      }
      const key = schema.primaryKey ?? [];
      const keys = own.map((row) => key.map((field) => cell(row[field])).join());
      if (key.length > 0) expect(new Set(keys).size).toBe(own.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = rowsOf.get(reference.resource)?.map((row) => row[reference.fields[0]]);
        const named = own.map((row) => row[fields[0]]).filter((value) => cell(value) !== '');
        expect(known).toEqual(expect.arrayContaining([...new Set(named)]));
      }
    }
  });

  test('the catalogue names the same files, with the same digests', async () => {
    // What would be dropped on the way is an error.
    const quads = await jsonld.toRDF(json('data/dcat.jsonld'), {
      format: 'application/n-quads',
      safe: true,
    });
    const objects = (name: string) =>
      [...quads.matchAll(/^\S+ <[^>]*(#\w+)> (?:<([^>]*)>|"([^"]*)")/gm)]
        .filter(([, predicate]) => predicate === name)
        .map(([, , address, text]) => address ?? text)
        .sort();
    const files = described.resources.map(({ path }) => path);
    expect(objects('#downloadURL')).toEqual(
      files.map((path) => `${TOP_ORIGIN}/data/${path}`).sort(),
    );
    expect(objects('#checksumValue')).toEqual(
      files
        .map((path) => readFileSync(join(directory, 'data', path)))
        .map((bytes) => createHash('sha256').update(bytes).digest('hex'))
        .sort(),
    );
  });
});

test('every JSON of the archive holds to its published schema', () => {
  const schema = (name: string) => new Ajv2020().compile(json(`data/schema/${name}.json`));
  const names = ['report', 'reports', 'paragraph', 'observations'];
  const [report, reports, paragraph, observations] = names.map(schema);
  const listed: { url: string }[] = json('r/index.json');
  expect([reports?.(listed), reports?.errors]).toEqual([true, null]);
  const all = [...lines('reports.jsonl'), ...listed.map(({ url: at }) => json(`${at}report.json`))];
  for (const one of all) expect([report?.(one), report?.errors]).toEqual([true, null]);
  for (const row of lines('paragraphs.jsonl'))
    expect([paragraph?.(row), paragraph?.errors]).toEqual([true, null]);
  const figures = json('indicators/review-accepted/data.json');
  expect([observations?.(figures), observations?.errors]).toEqual([true, null]);
  expect(figures.length).toBeGreaterThan(0);
  // The schemas refuse something: a field that is unknown, a word that is none of its words.
  expect(report?.({ ...all[0], more: 1 })).toBe(false);
  expect(paragraph?.({ ...lines('paragraphs.jsonl')[0], kind: 'yearly' })).toBe(false);
});

test('libraries find every report in the static repository, with its address and its day', () => {
  const document = new DOMParser().parseFromString(read('data/oai.xml'), 'text/xml');
  const texts = (name: string) =>
    Array.from(document.getElementsByTagName(name), ({ textContent }) => textContent ?? '');
  const listed: { id: string; url: string; title: string }[] = json('r/index.json');
  const host = new URL(TOP_ORIGIN).hostname;
  expect(texts('oai:identifier')).toEqual(listed.map(({ id }) => `oai:${host}:${id}`));
  expect(texts('dc:title')).toEqual(listed.map(({ title }) => title));
  expect(texts('dc:identifier')).toEqual(
    expect.arrayContaining(listed.map(({ url: at }) => TOP_ORIGIN + at)),
  );
  expect(texts('oai:baseURL')).toEqual([`${TOP_ORIGIN}/data/oai.xml`]);
  const [earliest] = texts('oai:earliestDatestamp');
  expect(texts('oai:datestamp').sort()[0]).toBe(earliest);
});

describe('the queries of docs/data.md', async () => {
  const [, shell = ''] =
    /## DuckDB in a shell\n([\s\S]*?)\n## /.exec(
      readFileSync(projectPath('docs/data.md'), 'utf8'),
    ) ?? [];
  const queries = [...shell.matchAll(/([^\n]+)\n\n```sql\n([\s\S]*?)```/g)].map(
    ([, title = '', sql = '']) => [title, sql] as const,
  );
  const database = await (await DuckDBInstance.create()).connect();
  const isRemote = await database.run('LOAD httpfs').then(
    () => true,
    () =>
      database.run('INSTALL httpfs; LOAD httpfs').then(
        () => true,
        () => false,
      ),
  );
  if (!isRemote)
    console.warn(
      'DuckDB has no httpfs extension here and cannot fetch it: its queries ran over files, not over HTTP',
    );
  const base = isRemote ? `${url}data/` : `${join(directory, 'data')}/`;

  test('are all there are', () => expect(queries.length).toBe(8));

  test.each(queries)('%s', async (_, sql) => {
    let rows: unknown[] = [];
    for (const statement of sql.replaceAll(`${TOP_ORIGIN}/data/`, base).split(/;\n/))
      if (statement.trim() !== '')
        rows = (await database.runAndReadAll(statement)).getRowObjectsJson();
    if (!sql.startsWith('SET')) expect(rows.length).toBeGreaterThan(0);
  });

  test('and those of the data page find something', async () => {
    const page = read('data/index.html');
    expect(page).not.toMatch(/%[a-z]+\.[a-z]+%/);
    const shown = [...page.matchAll(/<code[^>]*>(SELECT[^<]+)/g)].map(([, sql = '']) =>
      sql.replaceAll('&#39;', "'").replaceAll(`${TOP_ORIGIN}/data/`, base),
    );
    expect(shown.length).toBe(2);
    for (const sql of shown) {
      const near = sql.replace(/read_csv\('(?=\w+\.csv)/, `read_csv('${join(directory, 'data')}/`);
      expect((await database.runAndReadAll(near)).currentRowCount).toBeGreaterThan(0);
    }
  });

  test('find what the lines hold', async () => {
    const phrase = await database.runAndReadAll(
      "SELECT url FROM read_parquet(getvariable('paragraphs')) WHERE contains(text, '行政复议') ORDER BY report, url",
    );
    const expected = lines('paragraphs.jsonl').filter(({ text }) => `${text}`.includes('行政复议'));
    expect(phrase.getRowObjectsJson().map((row) => row['url'])).toEqual(
      expected.map((row) => `${row['url']}`).sort(),
    );
    expect(expected.length).toBeGreaterThan(3);
  });
});
