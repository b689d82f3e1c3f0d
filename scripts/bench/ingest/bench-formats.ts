import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../../../src/content/content-directory.ts';
import { extract } from '../../../src/ingest/formats/extract.ts';
import { foldPrinted } from '../../../src/report/characters/typography.ts';
import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import { makeDocument, textOf } from './made-document.ts';
import { FORMATS } from './write-formats.ts';

/** How files of one format are read. */
export interface FormatFigures {
  readonly format: string;
  files: number;
  characters: number;
  /** Characters of the files that are in nothing of ours, and the other way round. */
  lost: number;
  added: number;
  /** Those of them that no doubt tells of. */
  silent: number;
  doubts: number;
  /** Pages and pictures that a program would have to recognise. */
  pictures: number;
  refused: number;
  cpuSeconds: number;
}

/** A file to be read, and all that a reader of it sees, where that is known. */
interface Sample {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text?: string;
}

/** Measure how whole made-up documents come out of each format that can be written here. */
export async function benchMadeFormats(
  regions: RegionTable,
  count: number,
): Promise<FormatFigures[]> {
  return measure(
    (async function* () {
      for (const [format, write] of Object.entries(FORMATS))
        for (let seed = 1; seed <= count; seed++) {
          const document = makeDocument(seed, regions);
          const bytes = await write(document);
          yield { format, name: `made-${seed}.${format}`, bytes, text: textOf(document) };
        }
    })(),
  );
}

/** Measure how whole the files of a folder come out, by what their inventories list. */
export async function benchFormats(folder: string): Promise<FormatFigures[]> {
  return measure(
    (async function* () {
      for (const file of await listFiles(folder))
        yield {
          format: path.extname(file).slice(1).toLowerCase() || 'none',
          name: file,
          bytes: await readFile(path.join(folder, file)),
        };
    })(),
  );
}

async function measure(samples: AsyncIterable<Sample>): Promise<FormatFigures[]> {
  const all = new Map<string, FormatFigures>();
  for await (const { format, name, bytes, text } of samples) {
    const figures = all.get(format) ?? {
      ...{ format, files: 0, characters: 0, lost: 0, added: 0, silent: 0 },
      ...{ doubts: 0, pictures: 0, refused: 0, cpuSeconds: 0 },
    };
    all.set(format, figures);
    figures.files++;
    const start = process.cpuUsage();
    const read = await extract(bytes, name).catch(() => undefined);
    const { user, system } = process.cpuUsage(start);
    figures.cpuSeconds += (user + system) / 1e6;
    if (read === undefined) {
      figures.refused++;
      continue;
    }
    const { doubts = [], inventory = [], unread = [] } = read;
    figures.doubts += doubts.length;
    figures.pictures += unread.length;
    const told = (from: 'lost' | 'added') =>
      doubts
        .filter((doubt) => doubt.from === from)
        .reduce((sum, { words }) => sum + words.length, 0);
    const seen =
      text ?? inventory.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    figures.characters += foldPrinted(seen).length;
    const { lost, added } =
      text === undefined
        ? { lost: told('lost'), added: told('added') }
        : countDifferences(text, read.text);
    figures.lost += lost;
    figures.added += added;
    figures.silent += Math.max(0, lost - told('lost')) + Math.max(0, added - told('added'));
  }
  return [...all.values()];
}

/** Count the characters that one of two texts has more often, whatever their order. */
export function countDifferences(theirs: string, ours: string): { lost: number; added: number } {
  const counts = new Map<string, number>();
  for (const character of foldPrinted(theirs))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of foldPrinted(ours))
    counts.set(character, (counts.get(character) ?? 0) - 1);
  const left = [...counts.values()];
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    lost: sum(left.filter((count) => count > 0)),
    added: Math.abs(sum(left.filter((count) => count < 0))),
  };
}

/** Format the figures as a table, a line a format. */
export function formatFormats(figures: readonly FormatFigures[]): string {
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(8) : cell.padStart(11))).join('');
  const head = ['format', 'files', 'characters', 'lost', 'added', 'in silence', 'doubts'];
  return [
    row([...head, 'pictures', 'refused', 'ms a file']),
    ...figures.map((one) =>
      row([
        one.format,
        ...[one.files, one.characters, one.lost, one.added, one.silent].map(String),
        ...[one.doubts, one.pictures, one.refused].map(String),
        ((1000 * one.cpuSeconds) / one.files).toFixed(1),
      ]),
    ),
  ].join('\n');
}
