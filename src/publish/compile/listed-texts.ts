import { hash } from 'node:crypto';
import type { Observation, Paragraph, Report, Section } from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { isComparable } from '../../vocabulary/indicator/comparable-figures.ts';
import type { Indicator } from '../../vocabulary/indicator/parse-indicators.ts';
import { sectionRoles, textThemes } from '../../vocabulary/theme/describe-sections.ts';

/** The roles whose passages are lists of their own. */
export type ListedRole = 'problems' | 'plans';

/** What a report says of its problems or plans: a point of a paragraph, or one without points. */
export interface ListedPassage {
  readonly address: string;
  readonly text: string;
  /** Ids of its themes, the main one first. */
  readonly themes: readonly string[];
}

/** What lists show of a report's text. */
export interface ListedTexts {
  readonly figures: readonly Observation[];
  readonly passages: Readonly<Record<ListedRole, readonly ListedPassage[]>>;
  /** The first words of each section that has a theme, by its id. */
  readonly openings: Readonly<Record<string, string>>;
}

/**
 * Digests of what lists show of a report, and what they count: so that lists which would come out
 * as they are can be left as they are, and no text is read for it.
 */
export interface ListMarks {
  /** Of its summary. The characters of the whole are left out: no list shows them. */
  readonly summary: string;
  readonly openings: string;
  readonly passages: Readonly<Record<ListedRole, Mark>>;
  /** By indicator; `drawn` where one of the figures stands for the report in charts. */
  readonly figures: Readonly<Record<string, Mark & { readonly drawn?: true }>>;
}

interface Mark {
  readonly count: number;
  readonly digest: string;
}

/** Characters of a section's opening words. */
const OPENING = 48;
/** Words before a paragraph's first point that only announce the points. */
const ANNOUNCEMENT = 30;

/** Take from a report what lists show of its text. */
export function listTexts(
  report: Pick<Report, 'url' | 'sections' | 'observations'>,
  themes: Vocabularies['themes'],
): ListedTexts {
  const { url, sections, observations } = report;
  const passages = { problems: [] as ListedPassage[], plans: [] as ListedPassage[] };
  const openings: Record<string, string> = {};
  for (const section of walkSections(sections)) {
    if (section.themes.length > 0) openings[section.id] = openingWords(section);
    for (const role of ['problems', 'plans'] as const)
      if (section.roles.includes(role))
        passages[role].push(...sectionPassages(url, section, role, sections, themes));
  }
  return { figures: observations, passages, openings };
}

/** Digest what lists show of a report. */
export function markLists(
  { characters: _, ...summary }: ReportSummary,
  { figures, passages, openings }: ListedTexts,
  indicators: readonly Pick<Indicator, 'id' | 'unit'>[],
): ListMarks {
  const mark = (items: readonly unknown[]): Mark => ({ count: items.length, digest: short(items) });
  const units = new Map<string, string>(indicators.map(({ id, unit }) => [id, unit]));
  const isDrawn = (figure: Observation) =>
    isComparable(figure, { unit: units.get(figure.indicator) ?? '' }, summary.year);
  return {
    summary: short(summary),
    openings: short(openings),
    passages: { problems: mark(passages.problems), plans: mark(passages.plans) },
    figures: Object.fromEntries(
      [...Map.groupBy(figures, ({ indicator }) => indicator)].map(([indicator, own]) => [
        indicator,
        { ...mark(own), ...(own.some(isDrawn) ? { drawn: true as const } : {}) },
      ]),
    ),
  };
}

/** Half a digest is enough to tell two states of one report. */
function short(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 16);
}

function openingWords(section: Section): string {
  const [first] = walkSections([section]).flatMap(({ paragraphs }) => paragraphs);
  const text = first?.text ?? '';
  return text.length > OPENING ? `${text.slice(0, OPENING)}……` : text;
}

/** List what a section says in a role, point by point. */
function sectionPassages(
  url: string,
  section: Section,
  role: ListedRole,
  sections: readonly Section[],
  themes: Vocabularies['themes'],
): ListedPassage[] {
  if (isNested(sections, section.id, role)) return [];
  const isBoth = section.roles.includes('problems') && section.roles.includes('plans');
  return walkSections([section]).flatMap(({ paragraphs, themes: own, heading }) =>
    paragraphs
      .flatMap(passagePieces)
      .filter(({ text }) => !isBoth || isOfRole(text, role))
      .map(({ id, text }) => ({
        address: `${url}#${id}`,
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
