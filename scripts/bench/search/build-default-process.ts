import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';

// A process of its own, as a shard of ours is built in.
const [input, folder] = process.argv.slice(2);
if (!input || !folder) throw new Error('Expected the file of pages and the folder to write');
const { index } = await createIndex();
if (!index) throw new Error('Pagefind makes no index');
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
for (const line of (await readFile(input, 'utf8')).split('\n').filter((text) => text !== '')) {
  const { url, title, lines } = JSON.parse(line) as { url: string; title: string; lines: string[] };
  const body = lines.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  const content = `<html lang="zh-CN"><head><title>${escapeHtml(title)}</title></head><body><main data-pagefind-body>${body}</main></body></html>`;
  const { errors } = await index.addHTMLFile({ url, content });
  if (errors.length > 0) throw new Error(errors.join('; '));
}
const { files } = await index.getFiles();
for (const file of files) {
  const place = path.join(folder, file.path);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, file.content);
}
await close();
