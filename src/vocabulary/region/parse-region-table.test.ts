import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../report/archive-error.ts';
import { parseRegionTable } from './parse-region-table.ts';

const rows = (...lines: string[]): string =>
  lines.map((line) => line.replaceAll('|', '\t')).join('\n');

describe('parseRegionTable()', () => {
  it('works out the parent from the code, stepping over levels that are no rows', () => {
    const { regions } = parseRegionTable(
      rows('# head', '410000|河南省|province', '419001|济源市|county', '410600|鹤壁市|prefecture'),
    );
    expect(regions.get('419001')?.parent).toBe('410000');
    expect(regions.get('410600')?.parent).toBe('410000');
    expect(regions.get('410000')?.parent).toBeNull();
  });

  it('reads spellings apart and joined, and what else hosts use', () => {
    const { regions } = parseRegionTable(
      rows(
        '230000|黑龙江省|province|||hei long jiang,hlj',
        '230200|齐齐哈尔市|prefecture|||qi qi ha er',
      ),
    );
    expect(regions.get('230000')).toMatchObject({
      pinyin: 'heilongjiang',
      initials: 'hlj',
      spellings: ['hlj'],
    });
    expect(regions.get('230200')).toMatchObject({ pinyin: 'qiqihaer', initials: 'qqhe' });
  });

  it.each([
    ['a level it does not know', rows('410000|河南省|town')],
    ['a scheme it does not know', rows('410000|河南省|province|iso')],
    ['a row without a name', rows('410000||province')],
    ['a code twice', rows('410000|河南省|province', '410000|河南省|province')],
  ])('refuses %s, naming the line', (_, text) => {
    const read = (): unknown => parseRegionTable(text, 'regions.tsv');
    expect(read).toThrow(ArchiveError);
    expect(read).toThrow(/Unexpected row/);
  });
});
