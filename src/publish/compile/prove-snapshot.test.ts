import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressText } from '../../report/anchor/address-body.ts';
import type { Correction, Omission } from '../../report/report.ts';
import { digestSnapshot, proveSnapshot } from './prove-snapshot.ts';

let contentDir = '';
beforeAll(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'prove-snapshot-'));
  await mkdir(path.join(contentDir, 'sources'));
});
afterAll(() => rm(contentDir, { recursive: true }));

const PAGE = `<!doctype html><meta charset="utf-8"><div id="zoom"><p>办理复议案件328件。</p>
<p style="display:none">待核</p></div><p>打印</p>`;
const PRINT: Omission = { line: 2, text: '打印', why: 'furniture' };

/** Prove a report of one paragraph against a snapshot of some bytes. */
async function prove(
  bytes: string | Uint8Array,
  words: string,
  {
    name = 'a.txt',
    omitted = [] as readonly Omission[],
    corrections = [] as readonly Correction[],
    sha256 = hash('sha256', bytes),
    accepted = [] as { rule: string; found: string; why: string }[],
  } = {},
) {
  const file = `sources/${name}`;
  await writeFile(path.join(contentDir, file), bytes);
  const text = addressText({ opening: [words], sections: [], closing: [] }, undefined);
  const { proof, rows } = await proveSnapshot(
    contentDir,
    {
      ...{ id: 'x-2019', ...text, sections: [...text.sections], notes: [] },
      source: {
        ...{ url: null, archived: null, retrieved: null },
        ...{ file, sha256, omitted: [...omitted] },
      },
      corrections: [...corrections],
    },
    accepted,
  );
  return { ...proof, rows };
}

describe('the proof that readers see', () => {
  it('holds where report and what was left out are the snapshot', async () => {
    const proof = await prove('办理 案件\n打印\n', '办理案件', { omitted: [PRINT] });
    expect(proof).toMatchObject({ state: 'whole', characters: 6, omitted: 2, isReadTwice: false });
    expect(proof.rows.map(({ blocks }) => blocks)).toEqual([['p1'], []]);
  });

  it('holds a page against a second reading of its bytes', async () => {
    expect(
      await prove(PAGE, '办理复议案件328件。', { name: 'a.html', omitted: [PRINT] }),
    ).toMatchObject({ state: 'whole', isReadTwice: true, differences: [] });
  });

  it('holds with corrections taken back', async () => {
    const corrections = [{ place: 'p1', old: '审议', new: '审理', why: '', date: '2026-01-01' }];
    const proof = await prove('审议案件', '审理案件', { corrections });
    expect([proof.state, proof.rows.length]).toEqual(['whole', 1]);
  });

  it.each([
    ['a word is missing', '办理案件', '办案'],
    ['a word was put in', '办案', '办理案件'],
  ])('fails where %s, and nothing is put side by side', async (_, snapshot, words) => {
    expect(await prove(snapshot, words)).toMatchObject({ state: 'differs', rows: [] });
  });

  it('is not told of a snapshot that is not there, not the one it was, or cannot be read', async () => {
    for (const given of [{ sha256: '0'.repeat(64) }, { name: '../b.txt' }])
      expect(await prove('甲', '甲', given)).toMatchObject({ state: 'unread' });
    const picture = Buffer.from('89504e470d0a1a0a', 'hex');
    expect(await prove(picture, '甲', { name: 'a.png' })).toMatchObject({ state: 'unread' });
    const source = { ...{ url: null, archived: null, retrieved: null, sha256: '' } };
    const gone = { id: 'x-2019', source: { ...source, file: 'sources/gone.txt' } };
    expect(await digestSnapshot(contentDir, gone)).toBe('');
  });

  it('shows no row of a snapshot that names a private person', async () => {
    const omitted: Omission[] = [{ line: 2, text: '▇▇', why: 'furniture', masked: true }];
    const proof = await prove('办理案件\n打印\n', '办理案件', { omitted });
    expect(proof).toMatchObject({ state: 'whole', rows: [] });
  });
});
