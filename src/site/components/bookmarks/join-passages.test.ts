import { expect, it } from 'vitest';
import { joinPassages } from './join-passages.ts';

const kept = (citation: string) => [
  { citation, quote: '办结复议案件120件', note: '与上年\n比较' },
  { citation, quote: '', note: '' },
];

it('writes the words and the note below each in Markdown', () => {
  expect(joinPassages(kept('某市. 报告[R/OL].'), 'markdown')).toBe(
    '- 某市. 报告[R/OL].\n  > 办结复议案件120件\n  与上年\n  比较\n- 某市. 报告[R/OL].',
  );
});

it('writes them as notes of RIS, each in one line', () => {
  expect(joinPassages(kept('TY  - RPRT\nTI  - 报告\nER  - \n'), 'ris')).toBe(
    'TY  - RPRT\nTI  - 报告\nN1  - 「办结复议案件120件」\nN1  - 与上年 比较\nER  - \n\nTY  - RPRT\nTI  - 报告\nER  - \n',
  );
});

it('writes them as an annotation of BibTeX', () => {
  expect(joinPassages(kept('@techreport{a,\n  year = {2018},\n}\n'), 'bibtex')).toBe(
    '@techreport{a,\n  year = {2018},\n  annotation = {「办结复议案件120件」\n与上年\n比较},\n}\n\n@techreport{a,\n  year = {2018},\n}\n',
  );
});

it('writes one list of CSL, with notes', () => {
  expect(JSON.parse(joinPassages(kept('[{"id":"a"}]'), 'csl'))).toEqual([
    { id: 'a', note: '「办结复议案件120件」\n与上年\n比较' },
    { id: 'a' },
  ]);
});

it('writes any other form a citation a line', () => {
  expect(joinPassages(kept('某市：《报告》。'), 'law')).toBe('某市：《报告》。\n某市：《报告》。');
});
