import { runCommand } from '../src/command/run-command.ts';
import { contentOption } from '../src/command/usage.ts';
import { projectContent } from '../src/content/content-directory.ts';
import { writeInTurn } from '../src/content/write-in-turn.ts';
import { releaseArchive } from '../src/publish/release/release-archive.ts';

const usage = {
  name: 'npm run release',
  code: 'i-950',
  summary: 'Record the addresses now published; run at each publication.',
  options: { content: { ...contentOption, holding: 'reports' } },
} as const;

await runCommand(usage, async ({ values: { content = projectContent } }) => {
  const written = await writeInTurn(content, () => releaseArchive(content));
  for (const { file, id, added, isNew } of written)
    console.error(`${isNew ? 'new     ' : 'updated '} ${id}: ${added} new addresses → ${file}`);
  console.error(
    written.length === 0
      ? 'release  every address is on record'
      : `release  ${written.length} ${written.length === 1 ? 'record' : 'records'} written; commit with what is published`,
  );
});
