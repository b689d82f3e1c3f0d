import { describe, expect, it } from 'vitest';
import { splitRunTogether } from './split-run-together.ts';

const text = '各项工作取得新的进展，依法行政水平不断提高，'.repeat(30);
const texts = (source: string) =>
  splitRunTogether([{ line: 1, text: source }]).map((line) => line.text);

describe('splitRunTogether', () => {
  it('breaks a page of one line at the spaces its paragraphs left', () => {
    const source = `汝州市2021年法治政府建设报告 发布时间：2022-03-10 09:12 来源：司法局 ${text}。 一、主要做法 ${text}。 汝州市人民政府`;
    expect(texts(source)).toEqual([
      '汝州市2021年法治政府建设报告',
      '发布时间：2022-03-10 09:12',
      '来源：司法局',
      `${text}。`,
      `一、主要做法 ${text}。`,
      '汝州市人民政府',
    ]);
  });

  it('leaves a page alone that has its lines', () => {
    const lines = [1, 2, 3, 4].map((line) => ({ line, text: `${text}。 ${text}` }));
    expect(splitRunTogether(lines)).toBe(lines);
  });
});
