/** `npm run release -- [--content DIR]`: record the addresses now published. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectContent } from '../src/content/content-directory.ts';
import { releaseArchive } from '../src/publish/release/release-archive.ts';
import { ArchiveError, compareMessages, formatMessage } from '../src/report/archive-error.ts';

try {
  const { content } = parseArgs({ options: { content: { type: 'string' } } }).values;
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const contentDir = content === undefined ? projectContent : path.resolve(from, content);
  const written = await releaseArchive(contentDir);
  for (const { file, id, added, isNew } of written)
    console.error(`${isNew ? 'new     ' : 'again   '} ${id}: ${added} addresses → ${file}`);
  console.error(
    written.length === 0
      ? 'release  every address is on record'
      : `release  ${written.length} records written; commit them with what is published`,
  );
} catch (error) {
  const errors = error instanceof AggregateError ? error.errors : [error];
  const messages = errors.map((one) => {
    if (one instanceof ArchiveError) return one.toMessage();
    throw one;
  });
  for (const message of messages.sort(compareMessages)) console.error(formatMessage(message));
  process.exitCode = 1;
}
