/** `npm run build -- [--content DIR] [--out DIR]`: build site, data and search. */

import { readBuildOptions } from '../src/publish/build-options.ts';
import { buildSite } from '../src/publish/build-site.ts';
import { formatBytes } from '../src/publish/site-folder.ts';
import { ArchiveError, compareMessages, formatMessage } from '../src/report/archive-error.ts';

const start = performance.now();
try {
  const options = readBuildOptions(process.argv.slice(2));
  const { reports, pages, dataBytes, searchBytes } = await buildSite(options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(
    `built    ${reports} reports, ${pages} pages, data ${formatBytes(dataBytes)}, search ${formatBytes(searchBytes)}, ${seconds} s → ${options.outDir}`,
  );
  if (options.origin === undefined)
    console.error('         SITE_URL is not set: no canonical addresses, no sitemap');
} catch (error) {
  const errors = error instanceof AggregateError ? error.errors : [error];
  for (const one of errors) if (!(one instanceof ArchiveError)) throw error;
  const messages = errors.map((one: ArchiveError) => one.toMessage()).sort(compareMessages);
  for (const message of messages) console.error(formatMessage(message));
  process.exitCode = 1;
}
