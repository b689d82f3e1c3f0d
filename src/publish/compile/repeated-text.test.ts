import { describe, expect, it } from 'vitest';
import type { Section } from '../../report/report.ts';
import { findRepeated, sampleRuns } from './repeated-text.ts';

/** Text of its own for each seed. */
function text(seed: number, length = 1000): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 16) % 3000));
  }).join('');
}

function sections(...texts: string[]) {
  return texts.map((one, at) => ({
    id: `s${at + 1}`,
    paragraphs: [{ id: `p${at + 1}`, text: one, points: [] }],
    sections: [],
  })) as unknown as Section[];
}

function report(id: string, ...texts: string[]) {
  const link = { id, title: id, url: `/r/${id}/` };
  return { report: link, sections: sampleRuns(sections(...texts)) };
}

const own = sampleRuns(sections(text(1), text(2), text(3), text(4, 60)));

describe('what a report has in common with others', () => {
  it.each([
    ['nothing', report('a', text(11), text(12)), []],
    [
      'a section in another place of the other report',
      report('a', text(11), text(2)),
      [{ of: 's2', section: 's2', url: '/r/a/#s2', share: 1 }],
    ],
    ['half a section, which is too little to tell', report('a', text(1, 500) + text(20, 500)), []],
    [
      'a section that the other has with more around it',
      report('a', text(20) + text(3) + text(21)),
      [{ of: 's3', section: 's1', share: 1 }],
    ],
    ['a section too short to tell', report('a', text(4, 60)), []],
  ])('is found: %s', (_, other, found) => {
    expect(findRepeated(own, [other])).toMatchObject(found);
    expect(findRepeated(own, [other])).toHaveLength(found.length);
  });

  it('tells about what share of the words is the same, in any typography', () => {
    const printed = sampleRuns(sections(`${text(1, 900)}，${text(5, 300)}`));
    const other = report('a', `${text(1, 900)}, ${text(6, 300)}`);
    const [found] = findRepeated(printed, [other]);
    expect(found?.share).toBeGreaterThan(0.6);
    expect(found?.share).toBeLessThan(0.9);
  });

  it('names the report that has most, of equals the first', () => {
    const part = report('part', text(1, 800) + text(9, 200));
    const [first, second] = [report('first', text(1)), report('second', text(1))];
    expect(findRepeated(own, [part, first, second])).toMatchObject([{ id: 'first', of: 's1' }]);
  });

  it('is at most eight sections, those with the most words', () => {
    const many = Array.from({ length: 12 }, (_, at) => text(30 + at, 300 + 50 * at));
    const found = findRepeated(sampleRuns(sections(...many)), [report('a', ...many)]);
    expect(found.map(({ of }) => of)).toEqual(Array.from({ length: 8 }, (_, at) => `s${at + 5}`));
  });
});

describe('what is too little to tell', () => {
  const count = (length: number, from = 0) => Array.from({ length }, (_, at) => from + at);
  const has = (...runs: number[][]) => ({
    report: { id: 'a', title: 'a', url: '/r/a/' },
    sections: runs.map((one, at) => ({ section: `s${at + 1}`, runs: one })),
  });
  const own = (runs: number[]) => [{ section: 's1', runs }];

  it.each([
    ['a section of nine samples', count(9), count(9), []],
    ['a section of ten', count(10), count(10), [1]],
    ['59 of 100 samples in common', count(100), count(59), []],
    ['60 of 100', count(100), count(60), [0.6]],
    ['two of three, told in hundredths', count(30), count(20), [0.67]],
  ])('%s', (_, mine, theirs, shares) => {
    expect(findRepeated(own(mine), [has(theirs)]).map(({ share }) => share)).toEqual(shares);
  });

  it('is not put together from two sections', () => {
    expect(findRepeated(own(count(100)), [has(count(50), count(50, 50))])).toEqual([]);
  });
});

it('a sample takes about one run in sixteen, so that a short section has some and a long one few', () => {
  const [sampled] = sampleRuns(sections(text(7, 16_000)));
  expect(sampled?.runs.length).toBeGreaterThan(850);
  expect(sampled?.runs.length).toBeLessThan(1150);
});
