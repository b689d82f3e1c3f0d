import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { writeWhole } from '../content/write-whole.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { escapeMarkup } from '../report/escape-markup.ts';
import type { ReportSummary } from '../report/report-summary.ts';

/** Reports up to which the bundle is made unasked: more take Pagefind gigabytes of memory. */
const USUAL_MOST = 1000;

/** What to make a bundle of, and where. */
export interface PagefindOptions {
  readonly reports: readonly ReportSummary[];
  /** Where `pagefind/` is written. */
  readonly outDir: string;
  /** Folders that have the built pages, the first that has a page first. */
  readonly pagesIn: readonly string[];
  /** What readers call themes and kinds, by id. */
  readonly labels: {
    readonly theme: Readonly<Record<string, string>>;
    readonly kind: Readonly<Record<string, string>>;
  };
  /** Whether to make it; absent: by the number of reports. */
  readonly wanted: boolean | undefined;
}

/**
 * Have Pagefind itself index the built report pages, with filters by region, year, theme and kind:
 * for sites that merge this archive into a Pagefind search of their own, and for Pagefind's own
 * components. Our readers use the exact search.
 * @returns how many pages; 0 where no bundle was wanted
 * @throws ArchiveError where Pagefind cannot
 */
export async function writePagefindBundle(options: PagefindOptions): Promise<number> {
  const { reports, outDir, pagesIn, wanted = reports.length <= USUAL_MOST } = options;
  if (!wanted || reports.length === 0) return 0;
  const { index, errors } = await createIndex();
  try {
    if (!index) throw failure(errors);
    for (const report of reports) {
      const copies = pagesIn.map((folder) => path.join(folder, report.url, 'index.html'));
      const page = await readFile(copies.find((file) => existsSync(file)) ?? '', 'utf8');
      const content = markPage(page, report, options.labels);
      const added = await index.addHTMLFile({ url: report.url, content });
      if (added.errors.length > 0) throw failure(added.errors);
    }
    // Written by ourselves: files that Pagefind writes can be empty when its process is closed.
    const made = await index.getFiles();
    if (made.errors.length > 0) throw failure(made.errors);
    for (const { path: name, content } of made.files) {
      const file = path.join(outDir, 'pagefind', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeWhole(file, content);
    }
    return reports.length;
  } finally {
    await close();
  }
}

/** Tell Pagefind which part of a page is the report, and what it is filtered by. */
function markPage(
  page: string,
  { title, region, year, kind, sections }: ReportSummary,
  labels: PagefindOptions['labels'],
): string {
  const themes = new Set(sections.flatMap((section) => section.themes));
  const regions = new Set([...region.path.map(({ name }) => name), region.name]);
  const filters = [
    ...Array.from(regions, (name) => ['region', name] as const),
    ['year', String(year)] as const,
    ...Array.from(themes, (theme) => ['theme', labels.theme[theme] ?? theme] as const),
    ['kind', labels.kind[kind] ?? kind] as const,
  ];
  const tags = filters.map(
    ([name, value]) =>
      `<meta data-pagefind-filter="${name}[content]" content="${escapeMarkup(value)}">`,
  );
  const meta = `<meta data-pagefind-meta="title[content]" content="${escapeMarkup(title)}">`;
  return page
    .replace('</head>', () => `${tags.join('')}${meta}</head>`)
    .replace(/(<article\b[^>]*\bdata-report-text)/, '$1 data-pagefind-body');
}

function failure(errors: readonly string[]): ArchiveError {
  return new ArchiveError({
    location: { file: 'pagefind' },
    code: 'i-906',
    text: `Pagefind made no bundle: ${errors.join('; ')}`,
    hint: 'build with PAGEFIND=off, or see whether Pagefind runs on this machine',
  });
}
