import path from 'node:path';
import { startProgress } from '../src/command/progress.ts';
import { runCommand } from '../src/command/run-command.ts';
import { refuse, type Usage } from '../src/command/usage.ts';
import { assertFree, exportArchive, restoreArchive } from '../src/publish/bag/export-archive.ts';
import { verifyBag } from '../src/publish/bag/verify-bag.ts';
import { buildUsage, readBuildOptions } from '../src/publish/build-options.ts';
import { buildSite } from '../src/publish/build-site.ts';
import { formatBytes } from '../src/publish/site-folder.ts';

const usage = {
  name: 'npm run export',
  code: 'i-930',
  summary: 'Write the archive as a BagIt: content, snapshots and built data, with digests.',
  options: {
    content: buildUsage.options.content,
    site: { takes: 'DIR', says: 'folder of the site, which is built first (default: dist/)' },
    out: {
      takes: 'DIR',
      says: 'the copy (default: fazhi-archive-<today>), or with --restore the content; must not be there yet',
    },
    verify: { takes: 'DIR', says: 'prove that a copy is whole, and do nothing else', holding: '' },
    restore: { takes: 'DIR', says: 'prove a copy, and write its content into --out', holding: '' },
  },
  environment: buildUsage.environment,
} as const satisfies Usage;

await runCommand(usage, async ({ values, from }) => {
  const { content, site, out, verify, restore } = values;
  if (verify !== undefined && (restore ?? out ?? content ?? site) !== undefined)
    throw refuse(usage, 'Unexpected option beside `--verify`, expected it alone');
  if (restore !== undefined && (content ?? site) !== undefined)
    throw refuse(usage, 'Unexpected option beside `--restore`, expected `--out` alone');
  if (verify !== undefined) {
    const progress = startProgress('verify');
    const { files, bytes } = await verifyBag(verify, progress.update);
    progress.end(`${files} files, ${formatBytes(bytes)}, all as they were written`);
    return;
  }
  if (restore !== undefined) {
    if (out === undefined)
      throw refuse(usage, 'Unexpected `--restore` without `--out`, expected both');
    const files = await restoreArchive(restore, out);
    console.error(`restored ${files} files → ${out}`);
    return;
  }
  const options = readBuildOptions(
    [
      ...(content === undefined ? [] : ['--content', content]),
      ...(site === undefined ? [] : ['--out', site]),
    ],
    process.env,
    usage.name,
  );
  const today = new Date().toISOString().slice(0, 10);
  const copy = out ?? path.join(from, `fazhi-archive-${today}`);
  await assertFree(copy);
  await buildSite(options);
  const { contentDir, outDir, origin } = options;
  await exportArchive({ contentDir, site: outDir, out: copy, today, origin });
});
