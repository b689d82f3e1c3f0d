import type { Kind } from './report.ts';

/** What readers call the kinds of documents. */
export const kindLabels: Readonly<Record<Kind, string>> = {
  annual: '年度报告',
  plan: '计划、方案',
  department: '部门报告',
  other: '其他文件',
};

/** The parts of a report's identity: which region, which year, and which of its documents. */
export interface ReportIdentity {
  /** Region code: `410600`, or `zone-371000-lingang`. */
  readonly code: string;
  readonly year: number;
  readonly kind: Kind;
  /** A department's slug (`justice`). */
  readonly slug?: string | undefined;
  /** From 2, for a second document of the kind. */
  readonly n?: number | undefined;
}

const kinds = Object.keys(kindLabels).join('|');
const pattern = new RegExp(
  `^(?<code>\\d{6}|zone-\\d{6}-[a-z]+(?:-[a-z]+)*)-(?<year>\\d{4})(?:-(?<kind>${kinds})(?:-(?<slug>[a-z]+(?:-[a-z]+)*))?(?:-(?<n>[2-9]|[1-9]\\d+))?)?$`,
);

/**
 * Formats the id that frontmatter stores and every address is made of.
 *
 * @returns `<code>-<year>[-<kind>[-<slug>][-<n>]]`; an annual report's first document has no kind.
 * @example formatReportId({ code: '371481', year: 2018, kind: 'plan' }) // '371481-2018-plan'
 */
export function formatReportId({ code, year, kind, slug, n }: ReportIdentity): string {
  const hasKind = kind !== 'annual' || slug !== undefined || n !== undefined;
  return [code, year, hasKind ? kind : undefined, slug, n]
    .filter((part) => part !== undefined)
    .join('-');
}

/**
 * Parses an id back into its parts.
 *
 * @returns `undefined` where the text is not a report id.
 */
export function parseReportId(id: string): ReportIdentity | undefined {
  const groups = pattern.exec(id)?.groups;
  if (groups === undefined) return undefined;
  const { code = '', year = '', kind = 'annual', slug, n } = groups;
  return {
    code,
    year: Number(year),
    // The pattern lets no other word through.
    kind: kind as Kind,
    ...(slug === undefined ? {} : { slug }),
    ...(n === undefined ? {} : { n: Number(n) }),
  };
}
