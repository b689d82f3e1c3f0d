import { describe, expect, it } from 'vitest';
import type { Section } from '../report/report.ts';
import { followPin } from './follow-pin.ts';
import { pinPassage, type VersionPin } from './version-pin.ts';

function section(heading: string | null, paragraphs: Readonly<Record<string, string>>): Section {
  const own = Object.entries(paragraphs).map(([id, text]) => ({ id, text, points: [] }));
  return {
    ...{ id: heading === null ? 's0' : 's1', number: [], label: null, heading, stop: null },
    ...{ style: 'own-line', supplied: false, roles: [], themes: [], sections: [], paragraphs: own },
  };
}
const first = {
  version: 1,
  sections: [section(null, { p1: '总述。' }), section('机制', { p2: '受理15件。', p3: '培训。' })],
};
const second = {
  version: 2,
  sections: [section(null, { p1: '总 述。' }), section('机制', { p2: '受理16件。', p2a: '补。' })],
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
