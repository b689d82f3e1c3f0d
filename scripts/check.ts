import { hash } from 'node:crypto';
import path from 'node:path';
import { checkContent, contentFiles, formatCheckSummary } from '../src/check/check-content.ts';
import { checkUsage, readCheckOptions } from '../src/check/check-options.ts';
import { openChecks } from '../src/check/kept-checks.ts';
import { openProofs } from '../src/check/proof-store.ts';
import { allRules } from '../src/check/rules/all-rules.ts';
import { projectPath } from '../src/command/project-path.js';
import { printErrors, runCommand } from '../src/command/run-command.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { compareReleases } from '../src/publish/release/compare-releases.ts';
import { compareMessages, formatMessage } from '../src/report/archive-error.ts';

await runCommand(checkUsage, async () => {
  const { contentDir, from, against } = readCheckOptions(process.argv.slice(2));
  const vocabulary = await readVocabularies(contentDir);
  const show = (file: string) => path.relative(from, path.join(contentDir, file)) || file;
  const proofs = await openProofs(projectPath('.cache/proofs'));
  const files = contentFiles(contentDir);
  const kept = projectPath(`.cache/checks/${hash('sha256', contentDir).slice(0, 12)}.json`);
  const checks = await openChecks(kept, vocabulary.text, files);
  const outcome = await checkContent(files, vocabulary, allRules, { show, proofs, checks });
  const broken = against === undefined ? [] : await compareReleases(contentDir, against);
  const messages = [...outcome.messages, ...broken];
  for (const message of messages.toSorted(compareMessages)) console.log(formatMessage(message));
  console.log(formatCheckSummary({ ...outcome, messages }));
  if (messages.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  // What is kept for the next run only makes it faster.
  try {
    checks.save();
    await proofs.save();
  } catch (error) {
    printErrors(checkUsage.name, error);
  }
});
