import { expect, it } from 'vitest';
import { addressBody } from './anchor/address-body.ts';
import { bodyOfSections, printedHeading, type ReportBody } from './report-body.ts';

const heading = { label: '一、', heading: '健全机制', stop: '。', style: 'run-in' } as const;
const below = { ...heading, label: null, stop: null, style: 'own-line', sections: [] } as const;

it('keeps a number and a heading that begins with one apart', () => {
  expect(printedHeading({ label: '1.', heading: '2023年工作', stop: null })).toBe('1. 2023年工作');
  expect(printedHeading({ label: '1.', heading: '制度', stop: '。' })).toBe('1.制度。');
  expect(printedHeading({ label: '1、', heading: '2023年工作', stop: null })).toBe('1、2023年工作');
});

it.each<[string, ReportBody]>([
  ['nothing', { opening: [], sections: [], closing: [] }],
  ['an opening only', { opening: ['总述。', '其次。'], sections: [], closing: [] }],
  [
    'every kind of part',
    {
      opening: ['总述。'],
      sections: [
        {
          ...heading,
          paragraphs: ['一是好。'],
          sections: [{ ...below, paragraphs: ['二。', '三。'] }],
        },
      ],
      closing: [['问题。', '原因。'], ['计划。']],
    },
  ],
])('the text of %s is given back as it was', (_, body) => {
  expect(bodyOfSections(addressBody(body, undefined))).toEqual(body);
});
