import { JSDOM } from 'jsdom';
import { ArchiveError } from '../../../report/archive-error.ts';
import type { SourceLine } from '../../describe/page.ts';
import type { IngestCode } from '../../ingest-codes.ts';
import type { Extracted } from '../extracted.ts';
import { findContent, findReadable } from './find-content.ts';
import { measureNesting } from './measure-nesting.ts';
import { readHtmlLines } from './read-html-lines.ts';
import { readPageHints } from './read-page-hints.ts';
import { findSavedFrom } from './saved-from.ts';

/** Twice what browsers build. */
const DEEPEST = 1_000;

/**
 * Gives the visible text of a page line by line, and which lines are the document's.
 *
 * The document is looked for where government content systems put it, then by Readability; where
 * neither finds it, the lines are left to be told apart by their words, as in plain text.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `i-006` where its elements are nested as in no page
 */
export function extractHtml(html: string, file: string): Extracted {
  const depth = measureNesting(html);
  if (depth > DEEPEST)
    throw new ArchiveError({
      place: { file },
      code: 'i-006' satisfies IngestCode,
      text: `Unexpected elements nested ${depth} deep, expected at most ${DEEPEST}`,
      hint: 'open the page in a browser, and save its text',
    });
  const { document } = new JSDOM(html).window;
  const content = findContent(document);
  const lines = readHtmlLines(document.body, content);
  const isOfDocument =
    content === undefined
      ? findReadable(document)
      : ({ isContent }: { isContent: boolean }) => isContent;
  return {
    text: lines.map((line) => line.text).join('\n'),
    lines: lines.map(
      (line, index): SourceLine => ({
        line: index + 1,
        text: line.text,
        ...(line.isLink ? { isLink: true } : {}),
        ...(isOfDocument === undefined ? {} : { zone: isOfDocument(line) ? 'content' : 'page' }),
      }),
    ),
    hints: readPageHints(document),
    url: findSavedFrom(html),
    extension: 'html',
  };
}
