import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseReportFile, type ReportFile } from '../../report/file/report-file.ts';
import { printedText, type ReportBody } from '../../report/report-body.ts';
import { textLikeness } from '../../report/text-likeness.ts';

/** A report of the same place and year that the archive holds already. */
export interface FiledBefore {
  /** Path under the content directory. */
  readonly path: string;
  readonly report: ReportFile;
  /** Whether it was made from these very bytes. */
  readonly isSame: boolean;
  /** How alike the texts are, 0 to 1. */
  readonly likeness: number;
}

/** Lists the reports of a place and year, the most alike first. */
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
