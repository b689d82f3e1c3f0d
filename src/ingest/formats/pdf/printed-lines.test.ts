import { describe, expect, it } from 'vitest';
import { joinPrintedLines, type PrintedLine, readPageLines } from './printed-lines.ts';

/** A full line of characters of 10 units, between 50 and 450. */
const line = (text: string, rest: Partial<PrintedLine> = {}): PrintedLine => ({
  ...{ page: 1, text, y: 700, size: 10, start: 50, end: 450, ...rest },
});
const joined = (lines: readonly PrintedLine[]) => joinPrintedLines(lines).map(({ text }) => text);

describe('a printed line goes on with the one above', () => {
  it.each([
    ['unless it is indented', { start: 62 }, { start: 62.1 }, {}],
    ['unless it stands far below', { y: 670 }, { y: 669 }, {}],
    ['unless it is of another size', { size: 11.4 }, { size: 11.5 }, {}],
    ['where that one is nearly full', {}, {}, { within: 430.1, short: 430 }],
  ])(
    '%s',
    (_, goesOn, begins, { within = 450, short = 450 }: { within?: number; short?: number }) => {
      const widest = [line('甲', { y: 760 }), line('乙', { y: 730 })];
      const pair = (rest: Partial<PrintedLine>, end: number) =>
        joined([...widest, line('丙', { end, start: 80 }), line('丁', { y: 690, ...rest })]).slice(
          1,
        );
      expect(pair(goesOn, within)).toEqual(['丙丁']);
      expect(pair(begins, short)).toEqual(['丙', '丁']);
    },
  );
});

describe('a line runs through the pages', () => {
  const pages = (count: number, has: (page: number) => boolean, texts: readonly string[]) =>
    Array.from({ length: count }, (_, at) => at + 1).flatMap((page) =>
      texts.map((text, at) =>
        line(
          text === '头' && !has(page)
            ? `第${'甲乙丙丁戊己庚辛'[page]}条`
            : `${text}${text === '头' ? '' : '甲乙丙丁戊己庚辛'[page]}`,
          {
            ...{ page, y: 780 - at * 28 },
          },
        ),
      ),
    );
  const running = (lines: readonly PrintedLine[]) =>
    joinPrintedLines(lines).filter(({ isRunning, text }) => isRunning && text === '头').length;
  const body = ['文', '字', '句', '段', '章'];

  it('from three pages on', () => {
    expect(running(pages(3, () => true, ['头', ...body]))).toBe(3);
    expect(running(pages(2, () => true, ['头', ...body]))).toBe(0);
  });

  it('where half the pages have it', () => {
    expect(running(pages(8, (page) => page <= 4, ['头', ...body]))).toBe(4);
    expect(running(pages(8, (page) => page <= 3, ['头', ...body]))).toBe(0);
  });

  it('among the two lines at an edge', () => {
    expect(running(pages(3, () => true, ['文', '头', '字', '句', '段']))).toBe(3);
    expect(running(pages(3, () => true, ['文', '字', '头', '句', '段']))).toBe(0);
  });

  it('at one height', () => {
    const at = (ys: readonly number[]) =>
      running(
        ys.flatMap((y, page) => [
          line('头', { page, y }),
          ...body.map((text, index) =>
            line(`${text}${'甲乙丙'[page]}`, { page, y: 600 - index * 20 }),
          ),
        ]),
      );
    expect(at([780, 781, 779])).toBe(3);
    expect(at([780, 784, 788])).toBe(0);
  });
});

describe('pieces of a page', () => {
  const piece = (str: string, x: number, y: number, width = 10) => ({
    ...{ str, transform: [10, 0, 0, 10, x, y], width, height: 10 },
  });
  const texts = (...pieces: Parameters<typeof readPageLines>[0]) =>
    readPageLines(pieces, 1).map(({ text }) => text);

  it('stand in one line within half their size', () => {
    expect(texts(piece('乙', 60, 704.9), piece('甲', 50, 700))).toEqual(['甲乙']);
    expect(texts(piece('乙', 60, 705), piece('甲', 50, 700))).toEqual(['乙', '甲']);
  });

  it('are parted by a space where nearly a character is left free', () => {
    expect(texts(piece('甲', 50, 700), piece('乙', 68, 700))).toEqual(['甲乙']);
    expect(texts(piece('甲', 50, 700), piece('乙', 68.1, 700))).toEqual(['甲 乙']);
  });
});
