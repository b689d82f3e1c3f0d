import fc from 'fast-check';
import { fold } from '../src/report/characters/fold.ts';
import type { SearchLine, SearchRecord } from '../src/search/text/search-record.ts';

const WORDS = Array.from(
  '法治政府建设行政执法监督公开复议决策改革优化营商环境，。、；：“”（）…㎡〔〕２０１８2019%.-a𠮷𡃄機關後乾體',
).concat(['法治', '执法监督', '行政复议', ' ', '  ', 'PM2.5', '一是', '……', '，。']);
const THEMES = ['leadership', 'enforcement', 'review', 'openness'];

/** Reports of many shapes made up at random: the same for the same seed. */
export function makeReports(count: number, seed: number): SearchRecord[] {
  return fc
    .sample(
      fc.array(section, { minLength: 1, maxLength: 6 }).map((sections) => sections),
      { numRuns: count, seed },
    )
    .map((sections, i) => {
      const code = String(410100 + (i % 40) * 100 + (i % 7));
      const year = 2016 + (i % 4);
      const kind = i % 11 === 0 ? 'plan' : 'annual';
      const id = kind === 'annual' ? `${year}-${i}` : `${year}-plan-${i}`;
      const province = i % 5 === 0 ? '370000' : '410000';
      return {
        report: `${code}-${id}`,
        url: `/r/${code}/${id}/`,
        title: `第${i}号报告`,
        issuer: i % 4 === 0 ? '某局' : `市${code}人民政府`,
        date: i % 5 === 0 ? null : `${year + 1}-0${1 + (i % 6)}-1${i % 10}`,
        region: {
          code,
          name: `市${code}`,
          path: [
            { code: province, name: `省${province}` },
            { code, name: `市${code}` },
          ],
        },
        year,
        kind,
        state: i % 3 === 0 ? 'late' : 'unknown',
        lines: [outside(`第${i}号报告`), ...lines(sections), outside('2019年1月3日')],
      };
    });
}

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 90 })
  .map((words) => words.join(''));

const section = fc.record({
  heading: text.map((words) => words.slice(0, 12)),
  isRunIn: fc.boolean(),
  themes: fc.subarray(THEMES),
  paragraphs: fc.array(text, { minLength: 1, maxLength: 12 }),
});

function lines(
  sections: readonly {
    heading: string;
    isRunIn: boolean;
    themes: string[];
    paragraphs: string[];
  }[],
): SearchLine[] {
  let paragraph = 0;
  return sections.flatMap(({ heading, isRunIn, themes, paragraphs }, i) => {
    const printed = `${i + 1}、${heading}`;
    const of = { section: `s${i + 1}`, sectionHeading: printed, themes };
    const own = paragraphs.map((words, n) => {
      paragraph += 1;
      const head = isRunIn && n === 0 ? printed : '';
      return { ...of, text: head + words, paragraph: `p${paragraph}`, paragraphStart: head.length };
    });
    return isRunIn ? own : [{ ...of, text: printed, paragraph: null, paragraphStart: 0 }, ...own];
  });
}

function outside(line: string): SearchLine {
  return {
    text: line,
    section: null,
    sectionHeading: null,
    paragraph: null,
    paragraphStart: 0,
    themes: [],
  };
}

const foldedLines = new WeakMap<SearchLine, string>();

function foldLine(line: SearchLine): string {
  const folded = foldedLines.get(line) ?? fold(line.text);
  foldedLines.set(line, folded);
  return folded;
}

/** Finds by plain string search how often a phrase stands in each report's lines that pass. */
export function grep(
  reports: readonly SearchRecord[],
  phrase: string,
  passes: (line: SearchLine) => boolean = () => true,
): Map<string, number> {
  const found = new Map<string, number>();
  const folded = fold(phrase);
  for (const { report, lines: all } of reports) {
    let count = 0;
    for (const line of all.filter(passes)) count += foldLine(line).split(folded).length - 1;
    if (count > 0) found.set(report, count);
  }
  return found;
}

/** Phrases that stand in the reports, of 1 to 14 characters, and some that may not. */
export function makePhrases(
  reports: readonly SearchRecord[],
  count: number,
  seed: number,
): string[] {
  const cut = fc
    .tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 14 }), fc.boolean())
    .map(([report, line, start, length, isTurned]) => {
      const all = reports[report % reports.length]?.lines ?? [];
      const characters = Array.from(all[line % all.length]?.text ?? '');
      const from = start % Math.max(1, characters.length - length + 1);
      const phrase = characters.slice(from, from + length);
      return (isTurned && length % 4 === 0 ? phrase.reverse() : phrase).join('');
    })
    .filter((phrase) => phrase.trim() !== '');
  return fc.sample(cut, { numRuns: count, seed });
}
