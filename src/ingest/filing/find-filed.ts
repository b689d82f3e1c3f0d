import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { diffLists } from '../../report/diff-lists.ts';
import { parseReportFile, type ReportFile } from '../../report/file/report-file.ts';
import { printedText, type ReportBody } from '../../report/report-body.ts';
import { isRevision, textLikeness } from '../../report/text-likeness.ts';
import type { ReportDraft } from './draft-report.ts';
import type { Missing } from './leave-to-review.ts';

/** A report of the same region and year that the archive holds already. */
export interface FiledBefore {
  /** Path under the content directory. */
  readonly path: string;
  readonly report: ReportFile;
  /** Whether it was made from these very bytes. */
  readonly isSame: boolean;
  /** How alike the texts are, 0 to 1. */
  readonly likeness: number;
}

/** List the reports of a region and year, the most alike first. */
export async function findFiled(
  contentDir: string,
  { code, year }: { readonly code: string; readonly year: number },
  source: { readonly sha256: string; readonly body: ReportBody },
): Promise<FiledBefore[]> {
  const folder = `reports/${year}`;
  if (!existsSync(path.join(contentDir, folder))) return [];
  const names = await readdir(path.join(contentDir, folder));
  const text = printedText(source.body);
  const filed = await Promise.all(
    names
      .filter((name) => name.startsWith(`${code}-`) && name.endsWith('.md'))
      .map(async (name) => {
        const file = `${folder}/${name}`;
        const report = parseReportFile(await readFile(path.join(contentDir, file), 'utf8'), file);
        return {
          path: file,
          report,
          isSame: report.frontmatter.source.sha256 === source.sha256,
          likeness: textLikeness(text, printedText(report.body)),
        };
      }),
  );
  return filed.sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.likeness - a.likeness);
}

/**
 * Tell whether a document is another version of the report it is like, not the same one again.
 *
 * @param held the report that the archive holds
 * @param url the page it comes from
 */
export function isRevised(
  held: FiledBefore,
  { body }: ReportDraft,
  url: string | undefined,
): boolean {
  const isSamePage = url !== undefined && url === held.report.frontmatter.source.url;
  return isRevision(printedText(held.report.body), printedText(body), { isSamePage });
}

/** Say in how many places the words are others than those of the report that is held. */
export function describeRevision(held: FiledBefore, { body }: ReportDraft): Missing {
  const paragraphs = [held.report.body, body].map((one) => printedText(one).split('\n'));
  const changes = diffLists(paragraphs[0] ?? [], paragraphs[1] ?? []).filter(
    ({ isSame }) => !isSame,
  ).length;
  return {
    code: 'i-024',
    reason: `Unexpected words in ${changes} ${changes === 1 ? 'place' : 'places'}, expected those of ${held.path}`,
    hint: '`npm run review` takes it as a new version, or as another source of the same document',
  };
}
