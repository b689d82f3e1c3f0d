import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import type { Editor } from './editor.ts';
import { listDoubts } from './list-doubts.ts';
import { reviewReport } from './review-report.ts';
import { reviewUnfiled } from './review-unfiled.ts';

/**
 * Walks an editor through every doubt of a content directory: the reports first, then the documents
 * that could not be filed.
 *
 * @throws ArchiveError where a file cannot be read
 */
export async function walkDoubts(
  contentDir: string,
  vocabularies: Vocabularies,
  editor: Editor,
): Promise<void> {
  const { reports, unfiled } = await listDoubts(contentDir);
  editor.say(`${reports.length} reports with doubts, ${unfiled.length} documents not yet filed`);
  const steps = [
    ...reports.map((file) => () => reviewReport(contentDir, file, vocabularies, editor)),
    ...unfiled.map(
      ({ file, document }) =>
        () =>
          reviewUnfiled(contentDir, file, document, vocabularies, editor),
    ),
  ];
  let settled = 0;
  let left = 0;
  for (const step of steps) {
    const reviewed = await step();
    settled += reviewed.settled;
    left += reviewed.left;
    if (reviewed.hasQuit) break;
  }
  editor.say(`\n${settled} settled, ${left} looked at and left; see \`npm run check\``);
}
