import { runCommand } from '../src/command/run-command.ts';
import { partUsage, readBuildOptions, readBuildPart } from '../src/publish/build-options.ts';
import { buildSite } from '../src/publish/build-site.ts';
import { exceededHosts } from '../src/publish/hosting/exceeded-hosts.ts';
import { formatBytes } from '../src/publish/site-folder.ts';
import { buildShardOfYear, takeShards } from '../src/publish/year-shards.ts';

await runCommand(partUsage, async () => {
  const start = performance.now();
  const { shard, parts, rest } = readBuildPart(process.argv.slice(2));
  const options = readBuildOptions(rest);
  if (shard !== undefined) {
    await buildShardOfYear(options, shard);
    return;
  }
  await takeShards(parts, options);
  const site = await buildSite(options);
  const { reports, pages, files, bytes, dataBytes, searchBytes } = site;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(
    `built    ${reports} reports, ${pages} pages, data ${formatBytes(dataBytes)}, search ${formatBytes(searchBytes)}, ${files} files, ${formatBytes(bytes)}, ${seconds} s → ${options.outDir}`,
  );
  if (options.origin === undefined)
    console.error('         SITE_URL is not set: no canonical addresses, no sitemap');
  for (const line of exceededHosts(site)) console.error(`host     ${line}`);
});
