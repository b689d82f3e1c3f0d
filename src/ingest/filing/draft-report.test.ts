import { expect, it } from 'vitest';
import { projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { extractPlain } from '../formats/extracted.ts';
import { draftReport } from './draft-report.ts';

const { regions } = await readVocabularies(projectContent);

it('takes a document of 100 characters, and refuses a page with fewer', () => {
  const draft = (length: number) => {
    const text = `长安区2020年法治政府建设工作报告\n${'全年依法办理行政复议案件并公开结果，'.repeat(9).slice(0, length - 1)}。`;
    return draftReport(extractPlain(text), regions, { region: '130102' }, 'a.txt');
  };
  expect(draft(100).body.opening.join('')).toHaveLength(100);
  expect(() => draft(99)).toThrow(expect.objectContaining({ code: 'i-005' }));
});
