import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWords } from '../report/anchor/anchor-words.ts';
import type { Section } from '../report/report.ts';
import { citedText } from './cited-text.ts';
import { formatPin, parsePin, pinPassage } from './version-pin.ts';

function section(id: string, heading: string, text: string, sections: Section[] = []): Section {
  const point = { id: `${id}-i1`, kind: 'ordinal', label: '一是', start: 0, end: 4 } as const;
  return {
    ...{ id, number: [], label: '一、', heading, stop: null, style: 'own-line' },
    ...{ supplied: false, roles: [], themes: [], sections },
    paragraphs: [{ id: `p${id.length}`, text, points: [point] }],
  };
}
const sections = [
  section('s1', '机制', '一是完善。其余。', [section('s1-1', '制度', '一是建章。')]),
];
const report = { version: 2, sections };

describe('what an address stands for', () => {
  it.each([
    [undefined, '一、机制一是完善。其余。一、制度一是建章。'],
    ['s1', '一、机制一是完善。其余。一、制度一是建章。'],
    ['s1-1', '一、制度一是建章。'],
    ['p2', '一是完善。其余。'],
    ['s1-i1', '一是完善'],
    ['p9', undefined],
  ])('is at %s: %s', (id, text) => {
    expect(citedText(sections, id)).toBe(text);
  });
});

describe('a pin', () => {
  it('has the version and the head of the hash that the anchor record keeps', () => {
    expect(pinPassage(report, 'p2')).toEqual({
      version: 2,
      hash: hashWords('一是完善。其余。').slice(0, 8),
    });
    expect(pinPassage(report, 'p9')).toBeUndefined();
  });

  it('of a section changes where the words of a subsection do', () => {
    const [first] = sections;
    if (first === undefined) throw new Error('no section');
    const mended = [{ ...first, sections: [section('s1-1', '制度', '一是建制。')] }];
    expect(pinPassage({ version: 2, sections: mended }, 's1')).not.toEqual(
      pinPassage(report, 's1'),
    );
    expect(pinPassage({ version: 2, sections: mended }, 'p2')).toEqual(pinPassage(report, 'p2'));
  });

  it('is read as it was written, whatever sticks to it', () => {
    const hash = fc
      .integer({ min: 0, max: 0xffff_ffff })
      .map((n) => n.toString(16).padStart(8, '0'));
    const stuck = fc.constantFrom('', '.', '。', ')', '#s1', ' ');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), hash, stuck, (version, digits, after) => {
        const pin = { version, hash: digits };
        expect(parsePin(formatPin(pin) + after)).toEqual(pin);
      }),
    );
  });

  it.each(['', '1', '1-', '0-ab12cd34', '1-ab12cd3', '1-ab12cd345', 'x1-ab12cd34', '-1-ab12cd34'])(
    'is not read from %j',
    (text) => {
      expect(parsePin(text)).toBeUndefined();
    },
  );
});
