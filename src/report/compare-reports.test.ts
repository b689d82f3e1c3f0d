import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReports } from './compare-reports.ts';
import type { Section } from './report.ts';

function section(id: string, themes: string[], texts: string[], roles = ['body']): Section {
  return {
    id,
    themes,
    roles,
    paragraphs: texts.map((text, at) => ({ id: `${id}-p${at + 1}`, text, points: [] })),
    sections: [],
  } as unknown as Section;
}

const themes = ['openness', 'enforcement'];
const shared = '严格落实行政执法公示制度和全过程记录制度。';

describe('two reports side by side', () => {
  const a = [
    section('s0', [], ['去年的工作情况如下：'], ['opening']),
    section('s1', ['enforcement', 'openness'], [`甲县开展专项检查十二次以上。${shared}`]),
    section('s2', [], ['人员不足。'], ['problems']),
  ];
  const b = [
    section('s1', ['openness'], ['主动公开政府信息若干条。']),
    section('s2', ['enforcement'], [`${shared.replace('，', ',')}乙县培训执法人员三百人次。`]),
    section('s3', [], ['其他有关情况。']),
  ];
  const { topics, shares } = compareReports({ sections: a }, { sections: b }, themes);

  it('come by topic in the order of themes, a section under its main one', () => {
    expect(
      topics.map((one) => [
        one.topic,
        one.a.map(({ section: { id } }) => id),
        one.b.map(({ section: { id } }) => id),
      ]),
    ).toEqual([
      ['opening', ['s0'], []],
      ['openness', [], ['s1']],
      ['enforcement', ['s1'], ['s2']],
      ['problems', ['s2'], []],
      ['other', [], ['s3']],
    ]);
  });

  it('have the sentences that both have marked, and no others', () => {
    const enforcement = topics.find(({ topic }) => topic === 'enforcement');
    expect(enforcement?.a[0]?.paragraphs[0]?.pieces).toEqual([
      { text: '甲县开展专项检查十二次以上。', isSame: false },
      { text: shared, isSame: true },
    ]);
    expect(enforcement?.b[0]?.paragraphs[0]?.pieces[0]?.isSame).toBe(true);
  });

  it.each([
    ['九个字的句子都有。', false],
    ['满十个字的句子也有。', true],
  ])('share a sentence of ten characters or more: %s is marked %s', (text, isSame) => {
    const one = { sections: [section('s1', [], [text])] };
    const { topics } = compareReports(one, one, themes);
    expect(topics[0]?.a[0]?.paragraphs[0]?.pieces).toEqual([{ text, isSame }]);
  });

  it('are told how much of each stands in the other', () => {
    const all = a.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('').length;
    expect(shares.a).toBeCloseTo(shared.length / all);
  });

  it('find a short sentence of everybody’s no repetition', () => {
    const short = { sections: [section('s1', [], ['特此报告。'])] };
    expect(compareReports(short, short, themes).shares).toEqual({ a: 0, b: 0 });
  });

  it('lose no character, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('法', '治', '。', '；', '！', 'a', ' ', '\n') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const compared = compareReports(
          { sections: [section('s1', [], [one])] },
          { sections: [section('s1', [], [other])] },
          themes,
        );
        const pieces = compared.topics.flatMap((topic) =>
          topic.a.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.pieces)),
        );
        expect(pieces.map((piece) => piece.text).join('')).toBe(one);
      }),
    );
  });
});
