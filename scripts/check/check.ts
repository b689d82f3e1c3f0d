/** `npm run check -- [--content DIR]`: run every rule over the content, and print what they say. */
import path from 'node:path';
import { ArchiveError } from '../../src/archive/error/archive-error.ts';
import { compareMessages, formatMessage } from '../../src/archive/error/format-message.ts';
import { allRules } from '../../src/archive/rules/all-rules.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { checkContent } from './check-content.ts';
import { readCheckOptions } from './check-options.ts';
import { contentFiles } from './content-files.ts';
import { formatSummary } from './format-summary.ts';

try {
  const { contentDir, from } = readCheckOptions(process.argv.slice(2));
  const vocabulary = await readVocabularies(contentDir);
  const show = (file: string) => path.relative(from, path.join(contentDir, file)) || file;
  const outcome = await checkContent(contentFiles(contentDir), vocabulary, allRules, show);
  for (const message of outcome.messages.toSorted(compareMessages))
    console.log(formatMessage(message));
  console.log(formatSummary(outcome));
  if (outcome.messages.some(({ severity }) => severity === 'error')) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  console.log(formatMessage(error.toMessage()));
  process.exitCode = 1;
}
