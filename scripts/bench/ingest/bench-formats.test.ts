import { expect, it } from 'vitest';
import { projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { benchMadeFormats, countDifferences, formatFormats } from './bench-formats.ts';

it('finds no character lost or added in made documents of every format', async () => {
  const { regions } = await readVocabularies(projectContent);
  const figures = await benchMadeFormats(regions, 2);
  expect(figures.map(({ format }) => format)).toEqual(
    'txt html mhtml warc docx odt ofd pdf'.split(' '),
  );
  for (const one of figures) expect(one).toMatchObject({ files: 2, lost: 0, added: 0, refused: 0 });
  expect(formatFormats(figures).split('\n')).toHaveLength(9);
});

it('counts what stands in one of two texts only, whatever its order', () => {
  expect(countDifferences('一二 三', '三二一')).toEqual({ lost: 0, added: 0 });
  expect(countDifferences('一一二', '一三四')).toEqual({ lost: 2, added: 2 });
});
