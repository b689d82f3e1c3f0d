import type { Column } from './column.ts';
import type { WrittenFile } from './row-file.ts';

/** A download as it was written. */
export interface Download extends WrittenFile {
  readonly name: string;
  readonly format: 'csv' | 'jsonl';
  readonly columns: readonly Pick<Column<never>, 'name' | 'type' | 'title'>[];
}

const titles: Readonly<Record<string, string>> = {
  reports: '报告，一行一份，同 report.json',
  paragraphs: '自然段，一行一段',
  observations: '观测值，一行一个，各有所出的文句',
  coverage: '收录，一行一地一年',
};

/** What tells the rows of a download apart, and to which report they belong. */
const keys: Readonly<Record<string, readonly string[]>> = {
  reports: ['id'],
  paragraphs: ['report', 'paragraph'],
  coverage: ['region', 'year'],
};

/** Describes the downloads as a Frictionless data package (version 1), a schema a file. */
export function dataPackage(files: readonly Download[]): object {
  return {
    profile: 'data-package',
    name: 'fazhi-archive',
    title: '法治政府建设报告库',
    licenses: [
      {
        name: 'CC0-1.0',
        title: '本库自编的著录信息；对官方文本不主张权利',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
    resources: files.map(({ name, format, bytes, hash, columns }) => ({
      profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
      name,
      title: titles[name] ?? name,
      path: `${name}.${format}`,
      format,
      mediatype: format === 'csv' ? 'text/csv' : 'application/jsonl',
      encoding: 'utf-8',
      bytes,
      hash,
      schema: {
        fields: columns.map(({ name: field, type, title }) => ({ name: field, type, title })),
        ...(keys[name] === undefined ? {} : { primaryKey: keys[name] }),
        ...(name === 'reports'
          ? {}
          : {
              foreignKeys: [
                { fields: ['report'], reference: { resource: 'reports', fields: ['id'] } },
              ],
            }),
      },
    })),
  };
}
