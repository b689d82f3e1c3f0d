import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { close, createIndex } from 'pagefind';
import { readRecords, type VolumeTask } from '../../../src/search/index/build-volume.ts';

// A process of its own, told the same and reading the same as one that builds a shard of ours.
const { source, reports, folder } = (await json(process.stdin)) as VolumeTask;
const { index } = await createIndex();
if (!index) throw new Error('Pagefind makes no index');
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
for await (const { report, title, lines } of readRecords(source, reports)) {
  const body = lines.map(({ text }) => `<p>${escapeHtml(text)}</p>`).join('');
  const content = `<html lang="zh-CN"><head><title>${escapeHtml(title)}</title></head><body><main data-pagefind-body>${body}</main></body></html>`;
  const { errors } = await index.addHTMLFile({ url: `/${report}/`, content });
  if (errors.length > 0) throw new Error(errors.join('; '));
}
const { files } = await index.getFiles();
for (const file of files) {
  const place = path.join(folder, file.path);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, file.content);
}
await close();
// Pagefind's own process ends after that; only then does the system count to us what it used.
const children = () => readFile(`/proc/self/task/${process.pid}/children`, 'utf8').catch(() => '');
while ((await children()).trim() !== '') await setTimeout(10);
