import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import { writeBody } from './body.ts';
import { seededRandom } from './random.ts';
import { pickSubject } from './subject.ts';
import { makeTitle, wholeTitle } from './title.ts';

/** A made-up report as a word processor holds it. */
export interface MadeDocument {
  readonly title: string;
  readonly blocks: readonly MadeBlock[];
}

/** A paragraph, or the rows of a table. */
export type MadeBlock = string | readonly (readonly string[])[];

/** Make the document of a seed: a report with a table of figures between its paragraphs. */
export function makeDocument(seed: number, table: RegionTable): MadeDocument {
  const random = seededRandom(seed);
  const subject = pickSubject(random, table);
  const style = random.pick(['run-in', 'own-line', 'two-level'] as const);
  const paragraphs = writeBody(random, subject, { naming: 'often', style });
  const middle = random.int(1, paragraphs.length - 1);
  const figure = () => String(random.int(0, 999));
  const rows = [
    ['单位', '立案', '办结'],
    ...['公安局', '市场监管局', '交通运输局'].map((name) => [name, figure(), figure()]),
  ];
  return {
    title: wholeTitle(makeTitle(random, subject)),
    blocks: [
      ...paragraphs.slice(0, middle),
      rows,
      ...paragraphs.slice(middle),
      ...[subject.name, `${subject.year + 1}年${random.int(1, 3)}月${random.int(1, 28)}日`],
    ],
  };
}

/** Return all that a reader of the document sees, a paragraph or cell a line. */
export function textOf({ title, blocks }: MadeDocument): string {
  return [
    title,
    ...blocks.flatMap((block) => (typeof block === 'string' ? [block] : block.flat())),
  ].join('\n');
}
