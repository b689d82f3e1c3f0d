import type { Observation, Paragraph, Report, Section } from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { sectionRoles, textThemes } from '../../vocabulary/theme/describe-sections.ts';
import { archive } from './built-archive.ts';
import { readOwnReport } from './read-compiled.ts';
import { themes } from './vocabularies.ts';

/** A figure with the report that it was read from. */
export interface ReportFigure {
  readonly report: ReportSummary;
  readonly observation: Observation;
}

/** The roles whose passages are lists of their own. */
export type ListedRole = 'problems' | 'plans';

/** What a report says of its problems or plans: a point of a paragraph, or one without points. */
export interface Passage {
  readonly report: ReportSummary;
  readonly address: string;
  readonly text: string;
  /** Ids of its themes, the main one first. */
  readonly themes: readonly string[];
}

/** What lists need of the reports' texts. */
interface ArchiveTexts {
  /** Figures by indicator, in the reports' order. */
  readonly figures: ReadonlyMap<string, readonly ReportFigure[]>;
  readonly passages: Readonly<Record<ListedRole, readonly Passage[]>>;
  /** The first words of each section that opens a theme, by its address. */
  readonly openings: ReadonlyMap<string, string>;
}

/** Characters of a section's opening words. */
const OPENING = 48;
/** Words before a paragraph's first point that only announce the points. */
const ANNOUNCEMENT = 30;

/**
 * Gather from all reports what pages list. Each report is read once and let go: reading is most of
 * what the lists cost.
 */
function gatherTexts(reports: readonly ReportSummary[]): ArchiveTexts {
  const figures: ReportFigure[] = [];
  const passages = { problems: [] as Passage[], plans: [] as Passage[] };
  const openings = new Map<string, string>();
  for (const report of reports) {
    const { sections, observations } = readOwnReport(report.id);
    for (const observation of observations) figures.push({ report, observation });
    for (const section of walkSections(sections)) {
      if (section.themes.length > 0)
        openings.set(`${report.url}#${section.id}`, openingWords(section));
      for (const role of ['problems', 'plans'] as const)
        if (section.roles.includes(role))
          passages[role].push(...sectionPassages(report, section, role, sections));
    }
  }
  return {
    figures: Map.groupBy(figures, ({ observation }) => observation.indicator),
    passages,
    openings,
  };
}

/** Copied, because a slice would keep the whole paragraph in memory. */
function openingWords(section: Section): string {
  const [first] = walkSections([section]).flatMap(({ paragraphs }) => paragraphs);
  const text = first?.text ?? '';
  const words = [...text.slice(0, OPENING)].join('');
  return text.length > OPENING ? `${words}……` : words;
}

/** List what a section says in a role, point by point. */
function sectionPassages(
  report: ReportSummary,
  section: Section,
  role: ListedRole,
  sections: Report['sections'],
): Passage[] {
  if (isNested(sections, section.id, role)) return [];
  const isBoth = section.roles.includes('problems') && section.roles.includes('plans');
  return walkSections([section]).flatMap(({ paragraphs, themes: own, heading }) =>
    paragraphs
      .flatMap(passagePieces)
      .filter(({ text }) => !isBoth || isOfRole(text, role))
      .map(({ id, text }) => ({
        report,
        address: `${report.url}#${id}`,
        text,
        themes: own.length > 0 ? own : textThemes(themes, `${heading ?? ''}${text}`),
      })),
  );
}

/** Cut a paragraph into its points, with the words before them where they do more than announce. */
function passagePieces({ id, text, points }: Paragraph): { id: string; text: string }[] {
  const [first] = points;
  const head = first === undefined ? text : text.slice(0, first.start);
  return [
    ...(first === undefined || head.length > ANNOUNCEMENT ? [{ id, text: head }] : []),
    ...points.map((point) => ({ id: point.id, text: text.slice(point.start, point.end) })),
  ];
}

/** Of a section that names problems and plans, a piece that shows neither is listed with both. */
function isOfRole(text: string, role: ListedRole): boolean {
  const roles = sectionRoles({ heading: null, text, part: 'closing' });
  return roles.includes(role) || roles.includes('closing');
}

/** Whether a section lies in one of the same role, with which its passages were listed. */
function isNested(sections: readonly Section[], id: string, role: ListedRole): boolean {
  return walkSections(sections).some(
    (above) =>
      above.id !== id &&
      above.roles.includes(role) &&
      walkSections(above.sections).some((below) => below.id === id),
  );
}

/** What lists need of the texts of this build's reports. */
export const texts = gatherTexts(archive.reports);
