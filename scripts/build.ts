import { runCommand } from '../src/command/run-command.ts';
import { buildUsage, readBuildOptions } from '../src/publish/build-options.ts';
import { buildSite } from '../src/publish/build-site.ts';
import { formatBytes } from '../src/publish/site-folder.ts';

await runCommand(buildUsage, async () => {
  const start = performance.now();
  const options = readBuildOptions(process.argv.slice(2));
  const { reports, pages, files, bytes, dataBytes, searchBytes } = await buildSite(options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(
    `built    ${reports} reports, ${pages} pages, data ${formatBytes(dataBytes)}, search ${formatBytes(searchBytes)}, ${files} files, ${formatBytes(bytes)}, ${seconds} s → ${options.outDir}`,
  );
  if (options.origin === undefined)
    console.error('         SITE_URL is not set: no canonical addresses, no sitemap');
});
