/**
 * `npm run check -- [--content DIR] [--against DIR|URL]`: run every rule over the content, hold it
 * against another release's addresses where asked, and print what they say.
 */
import path from 'node:path';
import { checkContent } from '../src/check/check-content.ts';
import { readCheckOptions } from '../src/check/check-options.ts';
import { contentFiles } from '../src/check/content-files.ts';
import { formatSummary } from '../src/check/format-summary.ts';
import { openProofs } from '../src/check/proof-store.ts';
import { allRules } from '../src/check/rules/all-rules.ts';
import { projectPath } from '../src/command/project-path.js';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { compareReleases } from '../src/publish/release/compare-releases.ts';
import { ArchiveError, compareMessages, formatMessage } from '../src/report/archive-error.ts';

try {
  const { contentDir, from, against } = readCheckOptions(process.argv.slice(2));
  const vocabulary = await readVocabularies(contentDir);
  const show = (file: string) => path.relative(from, path.join(contentDir, file)) || file;
  const proofs = await openProofs(projectPath('.cache/proofs'));
  const outcome = await checkContent(contentFiles(contentDir), vocabulary, allRules, {
    show,
    proofs,
  });
  await proofs.save();
  const broken = against === undefined ? [] : await compareReleases(contentDir, against);
  const messages = [...outcome.messages, ...broken];
  for (const message of messages.toSorted(compareMessages)) console.log(formatMessage(message));
  console.log(formatSummary({ ...outcome, messages }));
  if (messages.some(({ severity }) => severity === 'error')) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  console.log(formatMessage(error.toMessage()));
  process.exitCode = 1;
}
