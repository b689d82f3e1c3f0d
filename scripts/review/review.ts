/** `npm run review -- [--content DIR]`: decide, one by one, what ingest was not sure of. */
import { ArchiveError } from '../../src/archive/error/archive-error.ts';
import { formatMessage } from '../../src/archive/error/format-message.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { readReviewOptions } from './review-options.ts';
import { terminalEditor } from './terminal-editor.ts';
import { walkDoubts } from './walk-doubts.ts';

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
