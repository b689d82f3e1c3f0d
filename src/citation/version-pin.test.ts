import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWords } from '../report/anchor/anchor-words.ts';
import type { Section } from '../report/report.ts';
import { citedText } from './passage.ts';
import { followPin, formatPin, parsePin, pinPassage, type VersionPin } from './version-pin.ts';

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

  it.each([
    '',
    '1',
    '1-',
    '0-ab12cd34',
    '1-ab12cd3',
    '1-ab12cd345',
    '10000-ab12cd34',
    'x1-ab12cd34',
    '-1-ab12cd34',
  ])('is not read from %j', (text) => {
    expect(parsePin(text)).toBeUndefined();
  });
});

function plainSection(
  heading: string | null,
  paragraphs: Readonly<Record<string, string>>,
): Section {
  const own = Object.entries(paragraphs).map(([id, text]) => ({ id, text, points: [] }));
  return {
    ...{ id: heading === null ? 's0' : 's1', number: [], label: null, heading, stop: null },
    ...{ style: 'own-line', supplied: false, roles: [], themes: [], sections: [], paragraphs: own },
  };
}
const first = {
  version: 1,
  sections: [
    plainSection(null, { p1: '总述。' }),
    plainSection('机制', { p2: '受理15件。', p3: '培训。' }),
  ],
};
const second = {
  version: 2,
  sections: [
    plainSection(null, { p1: '总 述。' }),
    plainSection('机制', { p2: '受理16件。', p2a: '补。' }),
  ],
};
const pin = (id: string | undefined): VersionPin => {
  const pinned = pinPassage(first, id);
  if (pinned === undefined) throw new Error(`No ${id}`);
  return pinned;
};
const changed = [
  { id: 'p2', kind: 'changed' },
  { id: 'p2a', kind: 'added' },
  { id: 'p3', kind: 'removed' },
];

describe('the words that a citation was pinned to', () => {
  it.each<[string | undefined, string, string | undefined]>([
    ['p1', 'same', undefined],
    ['p2', 'changed', '受理15件。'],
    ['s1', 'changed', '机制受理15件。培训。'],
    ['p3', 'gone', '培训。'],
    [undefined, 'changed', '总述。机制受理15件。培训。'],
  ])('are told of %s: %s', (id, state, was) => {
    expect(followPin(pin(id), id, second, first)).toEqual({ state, was, changed });
  });

  it('are the same in the version that they were pinned in', () => {
    expect(followPin(pin('p2'), 'p2', first, undefined)).toEqual({
      ...{ state: 'same', was: undefined, changed: [] },
    });
  });

  it.each([
    ['the digits are of neither text', { version: 1, hash: '00000000' }, 'p2', first],
    ['the archive has no such version', { version: 1, hash: '00000000' }, 'p2', undefined],
    ['the address never was one', pin('p1'), 'p9', first],
  ])('are not proved where %s', (_, pinned, id, former) => {
    expect(followPin(pinned, id, second, former).state).toBe('unproved');
  });
});
