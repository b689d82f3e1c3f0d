import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepIds } from './keep-ids.ts';

const published = (text: string): { id: string; hash: string }[] =>
  text.split(' ').map((pair) => {
    const [id = '', hash = ''] = pair.split('=');
    return { id, hash };
  });

it.each([
  ['keeps ids where nothing changed', 'p1=a p2=b', 'a b', '', 'p1 p2'],
  ['gives an inserted piece a letter', 'p1=a p2=b', 'a x b', '', 'p1 p1a p2'],
  ['gives two inserted pieces two letters', 'p1=a p2=b', 'a x y b', '', 'p1 p1a p1b p2'],
  ['puts a piece before the first', 'p1=a', 'x a', '', 'p0a p1'],
  ['numbers an appended piece on', 'p1=a p2=b', 'a b x', '', 'p1 p2 p3'],
  ['does not renumber after a removed piece', 'p1=a p2=b p3=c', 'a c', '', 'p1 p3'],
  ['does not give a retired number again', 'p1=a', 'a x', 'p2', 'p1 p3'],
  ['does not give a retired letter again', 'p1=a p2=b', 'a x b', 'p1a', 'p1 p1b p2'],
  ['inserts after an inserted piece', 'p1=a p1a=b p2=c', 'a b x c', '', 'p1 p1a p1b p2'],
  [
    'inserts between two inserted pieces',
    'p1=a p1a=b p1b=c p2=d',
    'a b x c d',
    '',
    'p1 p1a p1aa p1b p2',
  ],
  ['keeps the id of a mended piece', 'p1=a p2=b p3=c', 'a x c', '', 'p1 p2 p3'],
  ['keeps the first where one became two', 'p1=a p2=b p3=c', 'a x y c', '', 'p1 p2 p2a p3'],
  ['keeps ids of equal pieces', 'p1=a p2=a p3=a', 'a a a', '', 'p1 p2 p3'],
] as const)('%s', (_, before, now, retired, ids) => {
  expect(
    keepIds(now.split(' '), published(before), retired.split(' ').filter(Boolean), 'p').join(' '),
  ).toBe(ids);
});

it('never gives an id twice, never a retired one, and never parts same words from their id', () => {
  const hashes = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 });
  fc.assert(
    fc.property(hashes, hashes, hashes, (first, second, third) => {
      const one = keepIds(first, [], [], 'p');
      const before = first.map((hash, at) => ({ id: one[at] ?? '', hash }));
      const two = keepIds(second, before, [], 'p');
      const gone = one.filter((id) => !two.includes(id));
      const three = keepIds(
        third,
        second.map((hash, at) => ({ id: two[at] ?? '', hash })),
        gone,
        'p',
      );
      for (const ids of [two, three]) expect(new Set(ids).size).toBe(ids.length);
      expect(three.filter((id) => gone.includes(id))).toEqual([]);
      expect(keepIds(first, before, gone, 'p')).toEqual(one);
    }),
  );
});
