import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectPath } from '../../command/project-path.js';
import { writeWhole } from '../../content/write-whole.ts';
import { formatReportFile } from '../../report/file/report-file.ts';

const FILE = 'reports/2020/130102-长安区.md';
let contentDir: string;
beforeEach(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'review-'));
  const doubt = (field: string) => ({ field, value: null, confidence: 0.3, evidence: '三月' });
  const text = formatReportFile({
    frontmatter: {
      ...{ id: '130102-2020', kind: 'annual', title: '长安区2020年报告', altTitles: [] },
      ...{ issuer: '长安区人民政府', region: '130102', year: 2020, published: null },
      ...{ republished: null, signed: null, addressee: null, cc: null, signature: [] },
      ...{
        docNo: null,
        basis: { title: 'document' },
        version: 1,
        themes: [],
        corrections: [],
        accepted: [],
      },
      source: {
        ...{ url: null, archived: null, file: 'sources/2020/130102-长安区.txt' },
        ...{ sha256: '0'.repeat(64), retrieved: null, omitted: [] },
      },
      review: [doubt('published'), doubt('signed')],
    },
    body: { opening: ['本区受理十五件。'], sections: [], closing: [] },
  });
  await writeWhole(path.join(contentDir, FILE), text);
  await writeWhole(path.join(contentDir, 'sources/2020/130102-长安区.txt'), '本区受理十五件。');
});
afterEach(() => rm(contentDir, { recursive: true }));

function review(input: string) {
  const script = projectPath('scripts/review.ts');
  return spawnSync(process.execPath, [script, '--content', contentDir], {
    ...{ input, encoding: 'utf8', timeout: 20_000 },
  });
}

it('takes its answers from a pipe, and ends well where they end', async () => {
  const { status, stdout, stderr } = review('2021-03-05\n');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('1 settled, 1 looked at and left');
  const text = await readFile(path.join(contentDir, FILE), 'utf8');
  expect(text).toContain("published: '2021-03-05'");
  expect(text).toContain('field: signed');
});
