import { expect, it } from 'vitest';
import { fold } from '../text/fold.ts';
import { sectionSpans } from './section-spans.ts';

const line = (text: string, section: string | null, paragraph: string | null, start = 0) => ({
  text,
  section,
  sectionHeading: null,
  paragraph,
  paragraphStart: start,
  themes: section === null ? [] : ['review'],
});

it('counts sections and their headings in folded characters, whatever each takes to write', () => {
  const lines = [
    line('题𠮷', null, null),
    line('一、𠮷㎡', 's1', null),
    line('甲…', 's1', 'p1'),
    line('二、乙。丙', 's2', 'p2', 4),
  ];
  const folded = lines.map(({ text }) => fold(text));
  expect(
    sectionSpans(
      lines,
      folded.map((line) => [...line].length),
    ),
  ).toEqual([
    { start: 3, end: 14, headingEnd: 8, themes: ['review'] },
    { start: 14, end: 20, headingEnd: 18, themes: ['review'] },
  ]);
});
