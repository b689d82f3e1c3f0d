import { pageAddress } from '../../report/addresses.ts';
import type { Report } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { archive } from './archive.ts';
import { themes } from './vocabulary.ts';

/** A theme of a section, and where the same theme is found elsewhere. */
export interface ThemeLinks {
  readonly label: string;
  readonly address: string;
  readonly elsewhere: string;
  /** The same place in other years; absent where the archive holds one report of it. */
  readonly otherYears: string | null;
  readonly related: Report['related']['sameTheme'];
}

const themeById = new Map(themes.map((theme) => [theme.id, theme]));

/**
 * Gives the links from a section to its theme elsewhere.
 *
 * @param id the theme's
 * @param place the latest code of the report's place
 * @param ofPlace all reports of that place
 */
export function themeLinks(
  report: Report,
  id: string,
  place: string,
  ofPlace: readonly ReportSummary[],
): ThemeLinks[] {
  const theme = themeById.get(id);
  if (theme === undefined) return [];
  return [
    {
      label: theme.label,
      address: pageAddress('theme', id),
      elsewhere: pageAddress('themeYear', id, report.year),
      otherYears: ofPlace.length > 1 ? pageAddress('regionTheme', place, id) : null,
      related: report.related.sameTheme.filter((link) =>
        archive.byId
          .get(link.id)
          ?.sections.some((section) => section.id === link.section && section.themes.includes(id)),
      ),
    },
  ];
}
