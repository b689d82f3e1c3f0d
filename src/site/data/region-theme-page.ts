import { pageAddress } from '../../report/addresses.ts';
import { type ComparedPiece, markRepeated } from '../../report/compare-reports.ts';
import type { Report } from '../../report/report.ts';
import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { Region } from '../../vocabulary/region/region.ts';
import { yearSpan } from './archive-index.ts';
import { archive } from './built-archive.ts';
import { placeSeries } from './place-figures.ts';
import { readOwnReport } from './read-compiled.ts';
import { sectionName } from './reader-words.ts';
import { peerWords, regionCrumbs, regionThemes } from './region-pages.ts';

/** A paragraph of a report, cut where its words are those of the report before it. */
interface FollowedParagraph {
  readonly address: string;
  readonly pieces: readonly ComparedPiece[];
}

/**
 * Build the page that follows one theme of one region through the years: the paragraphs themselves,
 * a column a report, every year from the first to the last.
 */
export function regionThemePage(
  region: Region,
  theme: { readonly id: string; readonly label: string },
) {
  const own = archive.byPlace.get(region.code) ?? [];
  const years = yearSpan(own.map(({ year }) => year));
  const texts = readTexts(region.code, own);
  return {
    head: {
      title: `${region.name}历年${theme.label}`,
      description: `${region.name}历年法治政府建设报告中关于「${theme.label}」的段落，逐年并排，标出与上一年相同的句子。`,
      address: pageAddress('regionTheme', region.code, theme.id),
      crumbs: regionCrumbs(region.code),
    },
    region: region.name,
    label: theme.label,
    others: regionThemes(region.code)
      .filter(({ id }) => id !== theme.id)
      .map(({ id, label }) => ({ label, address: pageAddress('regionTheme', region.code, id) })),
    series: {
      years,
      rows: placeSeries(region.code, years).filter((row) => row.theme === theme.id),
      peers: peerWords(region),
    },
    years: years.map((year) => ({
      year,
      reports: own
        .filter((report) => report.year === year)
        .map((report) => followedReport(report, theme.id, texts, own)),
    })),
  };
}

/** What a report says on a theme, with what stood in the place's annual report before it. */
function followedReport(
  report: ReportSummary,
  theme: string,
  texts: ReadonlyMap<string, Sections>,
  own: readonly ReportSummary[],
) {
  const text = texts.get(report.id) ?? { sections: [] };
  const before = own.find(({ kind, year }) => kind === 'annual' && year < report.year);
  const former = before === undefined ? undefined : texts.get(before.id);
  const marked = markRepeated(text.sections, former ?? { sections: [] }).filter(({ section }) =>
    section.themes.includes(theme),
  );
  const sections = marked.map(({ section, paragraphs }) => ({
    name: sectionName(section),
    address: `${report.url}#${section.id}`,
    paragraphs: paragraphs.map(
      ({ id, pieces }): FollowedParagraph => ({ address: `${report.url}#${id}`, pieces }),
    ),
  }));
  const pieces = marked.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.pieces));
  const count = (all: readonly ComparedPiece[]) =>
    all.reduce((sum, { text: { length } }) => sum + length, 0);
  const whole = count(pieces);
  return {
    title: report.title,
    kind: report.kind === 'annual' ? null : kindLabels[report.kind],
    address: report.url,
    characters: whole,
    /** Year of the report that the text is set against; `null` where there is none before it. */
    against: before?.year ?? null,
    /** Characters in sentences that the report before has too, as a percentage. */
    repeated:
      whole === 0 ? 0 : Math.round((count(pieces.filter(({ isSame }) => isSame)) / whole) * 100),
    sections,
  };
}

type Sections = Pick<Report, 'sections'>;

/** The texts of the place looked at last: its themes' pages are built one after the other. */
const readTexts = keepLast(
  (_code: string, own: readonly ReportSummary[]) =>
    new Map<string, Sections>(own.map(({ id }) => [id, { sections: readOwnReport(id).sections }])),
);

/** Keep what a function gave last, and give it again while its first argument is the same. */
function keepLast<Rest extends readonly unknown[], Result>(
  make: (key: string, ...rest: Rest) => Result,
): (key: string, ...rest: Rest) => Result {
  let last: { readonly key: string; readonly result: Result } | undefined;
  return (key, ...rest) => {
    if (last?.key !== key) last = { key, result: make(key, ...rest) };
    return last.result;
  };
}
