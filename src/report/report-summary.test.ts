import { expect, it } from 'vitest';
import type { Report, Section } from './report.ts';
import { summariseReport } from './report-summary.ts';

const section = (own: Partial<Section>): Section => ({
  ...{ id: 's1', number: [1], label: null, heading: null, stop: null, style: 'own-line' },
  ...{ supplied: false, roles: [], themes: [], paragraphs: [], sections: [] },
  ...own,
});
const paragraph = (text: string) => ({ id: 'p1', text, points: [] });
const report = (...sections: Section[]) =>
  ({ sections, source: { file: 'x.txt', omitted: [] }, observations: [] }) as unknown as Report;

it.each<[string, Section, number]>([
  ['the characters of paragraphs', section({ paragraphs: [paragraph('受理15件。')] }), 6],
  [
    'no white space, full-width and non-breaking included',
    section({ paragraphs: [paragraph('　　受 理\t15\u00a0件\n。 ')] }),
    6,
  ],
  ['one for a character outside the basic plane', section({ paragraphs: [paragraph('𠮷林')] }), 2],
  [
    'a heading with its label and its stop',
    section({ label: '一、', heading: '依法 行政', stop: '。' }),
    7,
  ],
  [
    'what sections below have',
    section({
      heading: '一',
      sections: [section({ paragraphs: [paragraph('二三'), paragraph('四')] })],
    }),
    4,
  ],
])('counts %s', (_, one, characters) => {
  expect(summariseReport(report(one, one)).characters).toBe(2 * characters);
});

it('lists each section with its depth and first paragraph, and leaves the text out', () => {
  const below = section({
    id: 's1-1',
    paragraphs: [paragraph('一'), { ...paragraph('二'), id: 'p2' }],
  });
  const { sections, source, ...rest } = summariseReport(report(section({ sections: [below] })));
  expect(sections).toMatchObject([
    { id: 's1', depth: 1, paragraph: null },
    { id: 's1-1', depth: 2, paragraph: 'p1' },
  ]);
  expect(source).toEqual({ file: 'x.txt' });
  expect(rest).toEqual({ characters: 2 });
});
