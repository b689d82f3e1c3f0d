import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Given } from '../../src/archive/describe/description.ts';
import type { Frontmatter } from '../../src/archive/report/frontmatter.ts';
import type { ReportBody } from '../../src/archive/report/report-body.ts';
import {
  formatReportFile,
  parseReportFile,
  type ReportFile,
} from '../../src/markdown/report-file.ts';
import { listReportFiles, projectContent } from '../content/content-directory.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { ingestFile } from './ingest-file.ts';

const files = await listReportFiles(projectContent);
const vocabularies = await readVocabularies(projectContent);
let contentDir: string;
beforeAll(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'ingest-'));
});
afterAll(() => rm(contentDir, { recursive: true }));

it.each(files)('%s comes out of its snapshot and the editors’ decisions again', async (file) => {
  const committed = await readFile(path.join(projectContent, file), 'utf8');
  const { frontmatter } = parseReportFile(committed, file);
  const snapshot = path.join(projectContent, frontmatter.source.file);
  const outcome = await ingestFile(snapshot, file, {
    contentDir,
    vocabularies,
    given: decisions(frontmatter),
    isDryRun: false,
  });
  expect(outcome).toMatchObject({ outcome: 'written', path: file, reason: null });
  const fresh = parseReportFile(await readFile(path.join(contentDir, file), 'utf8'), file);
  expect(formatReportFile(edited(fresh, frontmatter))).toBe(committed);
  const copy = await readFile(path.join(contentDir, frontmatter.source.file));
  expect(copy.equals(await readFile(snapshot))).toBe(true);
});

/** What editors decided, as ingest is told beforehand. */
function decisions({ basis, title, issuer, region, year, kind, source }: Frontmatter): Given {
  const decided = { title, issuer, region, year, kind };
  const fields = Object.entries(decided).filter(
    ([field]) => basis[field as keyof typeof decided] === 'editor',
  );
  return { ...Object.fromEntries(fields), ...(source.url === null ? {} : { url: source.url }) };
}

/** Does again what editors did to the file since. */
function edited({ frontmatter, body }: ReportFile, kept: Frontmatter): ReportFile {
  const { version, themes, corrections, source } = kept;
  const { archived, retrieved } = source;
  return {
    frontmatter: {
      ...frontmatter,
      version,
      themes,
      corrections,
      source: { ...frontmatter.source, archived, retrieved },
    },
    body: corrections.reduce((text, { old, new: mended }) => mend(text, old, mended), body),
  };
}

function mend(body: ReportBody, old: string, mended: string): ReportBody {
  return JSON.parse(
    JSON.stringify(body).replace(JSON.stringify(old).slice(1, -1), () =>
      JSON.stringify(mended).slice(1, -1),
    ),
  );
}
