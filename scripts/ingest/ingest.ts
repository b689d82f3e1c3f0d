/** `npm run ingest -- FILE|DIR…`: take raw sources into the content directory. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from '../../src/archive/error/archive-error.ts';
import { formatMessage } from '../../src/archive/error/format-message.ts';
import { listFiles } from '../content/list-files.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { startProgress } from '../terminal/progress.ts';
import { formatSummary } from './format-summary.ts';
import type { IngestCode } from './ingest-codes.ts';
import { ingestFile, nameFrom } from './ingest-file.ts';
import { readIngestOptions } from './ingest-options.ts';
import type { IngestOutcome } from './ingest-outcome.ts';

try {
  const options = readIngestOptions(process.argv.slice(2));
  const { contentDir, url, region, year, kind, isDryRun, isJson, from } = options;
  const vocabularies = await readVocabularies(contentDir);
  if (region !== undefined && !vocabularies.regions.regions.has(region))
    throw new ArchiveError({
      place: { file: 'npm run ingest' },
      code: 'i-920' satisfies IngestCode,
      text: `Unexpected region \`${region}\`, expected a code of the region table`,
      hint: 'look it up in content/regions; a zone is added in content/regions/zones.yaml',
    });
  const files = (await Promise.all(options.sources.map(listSources))).flat();
  const progress = startProgress('ingest');
  const outcomes: IngestOutcome[] = [];
  for (const [index, file] of files.entries()) {
    const outcome = await ingestFile(file, nameFrom(from, file), {
      contentDir,
      vocabularies,
      given: { url, region, year, kind },
      isDryRun,
    });
    outcomes.push(outcome);
    if (isJson) process.stdout.write(`${JSON.stringify(outcome)}\n`);
    progress.update(index + 1, files.length);
  }
  progress.end(`${files.length} ${files.length === 1 ? 'file' : 'files'}`);
  console.error(formatSummary(outcomes, isDryRun));
  if (outcomes.some(({ outcome }) => outcome === 'review' || outcome === 'refused'))
    process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  console.error(formatMessage(error.toMessage()));
  process.exitCode = 1;
}

/** A file itself, or all files in a directory and below it, hidden ones left out. */
async function listSources(source: string): Promise<string[]> {
  const found = await stat(source).catch(() => undefined);
  if (!found?.isDirectory()) return [source];
  return (await listFiles(source)).map((file) => path.join(source, file));
}
