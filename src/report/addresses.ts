import { parseReportId } from './report-id.ts';
import { REPORT_FORM, reportPath } from './report-path.ts';

/**
 * Every kind of page: the form of its address, and whether the sitemap lists it. An earlier version
 * and a report beside its snapshot are not listed: the present report is the one to find. A
 * withdrawn report's page stands at the report's address.
 */
export const pageKinds = {
  home: { form: '/', isListed: true },
  report: { form: REPORT_FORM, isListed: true },
  version: { form: '/r/<code>/<document>/v<version>/', isListed: false },
  versionDiff: { form: '/r/<code>/<document>/v<version>/diff/', isListed: false },
  source: { form: '/r/<code>/<document>/source/', isListed: false },
  regions: { form: '/regions/', isListed: true },
  region: { form: '/regions/<code>/', isListed: true },
  regionTheme: { form: '/regions/<code>/themes/<theme>/', isListed: true },
  years: { form: '/years/', isListed: true },
  year: { form: '/years/<year>/', isListed: true },
  yearProvince: { form: '/years/<year>/<province>/', isListed: true },
  themes: { form: '/themes/', isListed: true },
  theme: { form: '/themes/<theme>/', isListed: true },
  themeYear: { form: '/themes/<theme>/<year>/', isListed: true },
  themeYearProvince: { form: '/themes/<theme>/<year>/<province>/', isListed: true },
  indicators: { form: '/indicators/', isListed: true },
  indicator: { form: '/indicators/<indicator>/', isListed: true },
  indicatorProvince: { form: '/indicators/<indicator>/<province>/', isListed: true },
  problems: { form: '/problems/', isListed: true },
  problemsYear: { form: '/problems/<year>/', isListed: true },
  problemsYearProvince: { form: '/problems/<year>/<province>/', isListed: true },
  plans: { form: '/plans/', isListed: true },
  plansYear: { form: '/plans/<year>/', isListed: true },
  plansYearProvince: { form: '/plans/<year>/<province>/', isListed: true },
  late: { form: '/late/', isListed: true },
  lateYear: { form: '/late/<year>/', isListed: true },
  new: { form: '/new/', isListed: true },
  search: { form: '/search/', isListed: true },
  cite: { form: '/cite/', isListed: true },
  compare: { form: '/compare/', isListed: true },
  data: { form: '/data/', isListed: true },
  about: { form: '/about/', isListed: true },
  citing: { form: '/about/citing/', isListed: true },
  method: { form: '/about/method/', isListed: true },
  corrections: { form: '/about/corrections/', isListed: true },
  design: { form: '/about/design/', isListed: true },
  offline: { form: '/about/offline/', isListed: true },
  bookmarks: { form: '/bookmarks/', isListed: true },
  notFound: { form: '/404.html', isListed: false },
} as const satisfies Readonly<Record<string, { form: string; isListed: boolean }>>;

export type PageKind = keyof typeof pageKinds;

/** Files of the whole site that pages or programs ask for by name. */
const fileForms = {
  reportIndex: '/r/index.json',
  dataFile: '/data/<name>',
  schema: '/data/schema/<name>.json',
  searchClient: '/search/client.js',
  searchHighlight: '/search/highlight.js',
  searchRegions: '/search/regions.json',
  feed: '/feed.xml',
  newFeed: '/new/feed.xml',
  manifest: '/site.webmanifest',
  indicatorData: '/indicators/<indicator>/<name>',
  indicatorProvinceData: '/indicators/<indicator>/<province>/<name>',
  regionFeed: '/regions/<code>/feed.xml',
  sitemap: '/<name>.xml',
} as const;

/** One part for each `<name>` of a form. */
type Parts<Form extends string> = Form extends `${string}<${string}>${infer Rest}`
  ? [part: string | number, ...rest: Parts<Rest>]
  : [];

/**
 * Return the address of a page, without origin and base path.
 *
 * @param parts what stands for each `<name>` of the page's form, in order
 * @example pageAddress('themeYear', 'enforcement', 2017) // '/themes/enforcement/2017/'
 */
export function pageAddress<Kind extends PageKind>(
  kind: Kind,
  ...parts: Parts<(typeof pageKinds)[Kind]['form']>
): string {
  return fill(pageKinds[kind].form, parts);
}

/**
 * Return the address of a file, without origin and base path.
 *
 * @param parts what stands for each `<name>` of the file's form, in order
 * @example fileAddress('schema', 'report') // '/data/schema/report.json'
 */
export function fileAddress<Name extends keyof typeof fileForms>(
  name: Name,
  ...parts: Parts<(typeof fileForms)[Name]>
): string {
  return fill(fileForms[name], parts);
}

/**
 * Return a report's address, without origin and base path. Once published it never changes.
 *
 * @throws RangeError where the id is not one
 * @example reportAddress('371481-2018-plan') // '/r/371481/2018-plan/'
 */
export function reportAddress(id: string): string {
  const identity = parseReportId(id);
  if (identity === undefined) throw new RangeError(`Unexpected report id \`${id}\``);
  return reportPath(identity.code, id.slice(identity.code.length + 1));
}

/**
 * Find the kind of page that stands at an address, and the parts of the address.
 *
 * @param address without origin, base path, query and fragment
 * @returns `undefined` where no kind of page has such an address
 * @example findPage('/r/371481/2018-plan/') // { kind: 'report', parts: ['371481', '2018-plan'] }
 */
export function findPage(address: string): { kind: PageKind; parts: string[] } | undefined {
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(address);
    if (match !== null) return { kind, parts: match.slice(1) };
  }
  return undefined;
}

const patterns = Object.entries(pageKinds).map(
  ([kind, { form }]) =>
    [kind as PageKind, new RegExp(`^${form.replace(/<\w+>/g, '([^/]+)')}$`)] as const,
);

function fill(form: string, parts: readonly (string | number)[]): string {
  let next = 0;
  return form.replace(/<\w+>/g, () => String(parts[next++]));
}
