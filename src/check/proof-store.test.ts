import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openProofs } from './proof-store.ts';

it('keeps a proof until its grounds change or a run no longer meets it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'proofs-'));
  try {
    const open = () => openProofs(path.join(folder, 'proofs'));
    const first = await open();
    const key = first.key('report', 'sha256');
    expect(first.has(key)).toBe(false);
    first.add(key);
    await first.save();

    const second = await open();
    expect(second.has(second.key('report', 'sha256'))).toBe(true);
    expect(second.has(second.key('report, mended', 'sha256'))).toBe(false);
    expect(second.has(second.key('reports', 'ha256'))).toBe(false);
    await second.save();

    expect((await open()).has(key)).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});
