/** `npm run review -- [--content DIR]`: decide, one by one, what ingest was not sure of. */

import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { terminalEditor } from '../src/ingest/review/editor.ts';
import { readReviewOptions } from '../src/ingest/review/review-options.ts';
import { walkDoubts } from '../src/ingest/review/walk-doubts.ts';
import { ArchiveError, formatMessage } from '../src/report/archive-error.ts';

try {
  const contentDir = readReviewOptions(process.argv.slice(2));
  const vocabularies = await readVocabularies(contentDir);
  const editor = terminalEditor();
  try {
    await walkDoubts(contentDir, vocabularies, editor);
  } finally {
    editor.close();
  }
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  console.log(formatMessage(error.toMessage()));
  process.exitCode = 1;
}
