import { availableParallelism } from 'node:os';
import { startProgress } from '../src/command/progress.ts';
import { runCommand } from '../src/command/run-command.ts';
import { refuse } from '../src/command/usage.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { writeInTurn } from '../src/content/write-in-turn.ts';
import { removeParts } from '../src/content/write-whole.ts';
import { gatherSources } from '../src/ingest/captures/gather-sources.ts';
import type { IngestOutcome } from '../src/ingest/filing/settle-source.ts';
import { formatOutcome } from '../src/ingest/format-outcome.ts';
import { ingestBatch } from '../src/ingest/ingest.ts';
import type { IngestCode } from '../src/ingest/ingest-codes.ts';
import { ingestUsage, readIngestOptions } from '../src/ingest/ingest-options.ts';
import { formatSummary, tellOutcome } from '../src/ingest/tell-outcomes.ts';
import { ArchiveError } from '../src/report/archive-error.ts';

await runCommand(ingestUsage, async () => {
  const options = readIngestOptions(process.argv.slice(2));
  const { contentDir, url, region, year, kind, isDryRun, isJson, from } = options;
  const vocabularies = await readVocabularies(contentDir);
  if (region !== undefined && !vocabularies.regions.regions.has(region))
    throw new ArchiveError({
      location: { file: ingestUsage.name },
      code: 'i-920' satisfies IngestCode,
      text: `Unexpected region \`${region}\`, expected a code of the region table`,
      hint: 'look it up in content/regions; a zone is added in content/regions/zones.yaml',
    });
  const today = new Date().toISOString().slice(0, 10);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const { signal } = stop;
  await using gathered = await gatherSources(options.sources, { from, today, signal });
  const { files, passedOver, attachments } = gathered;
  if (url !== undefined && files.length > 1)
    throw refuse(ingestUsage, `Unexpected --url for ${files.length} files, expected it with one`);
  const context = { contentDir, vocabularies, given: { url, region, year, kind }, isDryRun, today };
  const outcomes: IngestOutcome[] = [];
  const run = async () => {
    if (!isDryRun) await removeParts(contentDir);
    const progress = startProgress('ingest');
    for await (const outcome of ingestBatch(files, context, { threads: availableParallelism() })) {
      const { report, found, ...result } = outcome;
      outcomes.push(result);
      if (isJson) {
        const told = await tellOutcome(outcome, contentDir, vocabularies);
        process.stdout.write(`${JSON.stringify(told)}\n`);
      } else if (isDryRun) console.log(formatOutcome(outcome, vocabularies.regions));
      progress.update(outcomes.length, files.length);
      if (signal.aborted) break;
    }
    progress.end(`${outcomes.length} ${outcomes.length === 1 ? 'file' : 'files'}`);
  };
  let fault: unknown;
  if (!signal.aborted)
    await (isDryRun ? run() : writeInTurn(contentDir, run)).catch((error: unknown) => {
      fault = error;
    });
  const left = files.length - outcomes.length;
  for (const { url: passed, why } of passedOver) console.error(`passed over   ${passed}  ${why}`);
  for (const attached of attachments)
    console.error(`attachment    ${attached}  ingest it by its address where it is a report`);
  console.error(formatSummary(outcomes, { isDryRun, left }));
  if (left > 0 || outcomes.some(({ outcome }) => outcome === 'review' || outcome === 'refused'))
    process.exitCode = 1;
  // What was done before is done, and said.
  if (fault !== undefined) throw fault;
});
