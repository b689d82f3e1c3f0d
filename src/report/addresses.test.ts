import { describe, expect, it } from 'vitest';
import {
  fileAddress,
  findPage,
  type PageKind,
  pageAddress,
  pageKinds,
  reportAddress,
} from './addresses.ts';

describe('the address of a page', () => {
  it('holds its parts in order', () => {
    expect(pageAddress('home')).toBe('/');
    expect(pageAddress('regionTheme', '410600', 'enforcement')).toBe(
      '/regions/410600/themes/enforcement/',
    );
    expect(pageAddress('themeYear', 'enforcement', 2017)).toBe('/themes/enforcement/2017/');
  });

  it('leads back to the kind of page and its parts, and no other kind has it', () => {
    for (const [kind, { form }] of Object.entries(pageKinds)) {
      const names = [...form.matchAll(/<(\w+)>/g)].map(([, name = '']) => name);
      const address = form.replace(/[<>]/g, '');
      expect(findPage(address)).toEqual({ kind: kind as PageKind, parts: names });
    }
    expect(findPage('/nothing/')).toBeUndefined();
    expect(findPage('/r/410600/2017/report.json')).toBeUndefined();
  });
});

it('the address of a file holds its parts', () => {
  expect(fileAddress('reportIndex')).toBe('/r/index.json');
  expect(fileAddress('schema', 'report')).toBe('/data/schema/report.json');
});

describe('the address of a report', () => {
  it.each([
    ['410600-2017', '/r/410600/2017/'],
    ['371481-2018-plan', '/r/371481/2018-plan/'],
    ['230200-2018-department-justice', '/r/230200/2018-department-justice/'],
    ['zone-371000-lingang-2020', '/r/zone-371000-lingang/2020/'],
  ])('is made of its id: %s', (id, address) => {
    expect(reportAddress(id)).toBe(address);
  });

  it('is refused where the id is not one', () => {
    expect(() => reportAddress('410600-2017-news')).toThrow(RangeError);
  });
});
