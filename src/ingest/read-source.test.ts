import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { projectContent } from '../content/content-directory.ts';
import { openReaders, readBytes } from './read-source.ts';

const fixture = (name: string) => ({
  source: path.join(fileURLToPath(new URL('fixtures/', import.meta.url)), name),
  name,
});

it('refuses a file that takes too long, and goes on with the others', async () => {
  const readers = openReaders(
    { contentDir: projectContent, given: {} },
    { threads: 1, seconds: 0.001 },
  );
  try {
    const names = ['title-twice/in.txt', 'title-broken/in.txt', 'docx/in.docx'];
    const all = await Promise.allSettled(names.map((name) => readers.read(fixture(name))));
    expect(all.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(
      names.map(() => 'i-007'),
    );
  } finally {
    await readers.close();
  }
});

it('tells why a file is refused, and reads more files than it has threads', async () => {
  const readers = openReaders({ contentDir: projectContent, given: {} }, { threads: 1 });
  try {
    const [report, none] = await Promise.allSettled([
      readers.read(fixture('title-twice/in.txt')),
      readers.read(fixture('none.txt')),
    ]);
    expect(report).toMatchObject({ status: 'fulfilled', value: { extension: 'txt' } });
    expect(none).toMatchObject({ status: 'rejected', reason: { code: 'i-004' } });
  } finally {
    await readers.close();
  }
});

it('reads a file of 100 MB, and refuses a larger one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'read-'));
  try {
    const file = { source: path.join(folder, 'a'), name: 'a' };
    await writeFile(file.source, '');
    await truncate(file.source, 100_000_000);
    expect(await readBytes(file)).toHaveLength(100_000_000);
    await truncate(file.source, 100_000_001);
    await expect(readBytes(file)).rejects.toMatchObject({ code: 'i-006' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
