import { diffLists } from '../../report/diff-lists.ts';
import { printedText } from '../../report/report-body.ts';
import { isRevision } from '../../report/text-likeness.ts';
import type { FiledReport } from './file-report.ts';
import type { FiledBefore } from './find-filed.ts';
import type { Missing } from './find-missing.ts';

/**
 * Tells whether a document is another version of the report it is like, not the same one again.
 *
 * @param held the report that the archive holds
 * @param url the page it comes from
 */
export function isRevised(
  held: FiledBefore,
  { body }: FiledReport,
  url: string | undefined,
): boolean {
  const isSamePage = url !== undefined && url === held.report.frontmatter.source.url;
  return isRevision(printedText(held.report.body), printedText(body), { isSamePage });
}

/** Says in how many places the words are others than those of the report that is held. */
export function describeRevision(held: FiledBefore, { body }: FiledReport): Missing {
  const paragraphs = [held.report.body, body].map((one) => printedText(one).split('\n'));
  const places = diffLists(paragraphs[0] ?? [], paragraphs[1] ?? []).filter(
    ({ isSame }) => !isSame,
  ).length;
  return {
    code: 'i-024',
    reason: `Unexpected words in ${places} ${places === 1 ? 'place' : 'places'}, expected those of ${held.path}`,
    hint: '`npm run review` takes it as a new version, or as another source of the same document',
  };
}
