import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile, listReportFiles, projectContent } from '../../content/content-directory.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { addressBody } from '../../report/anchor/address-body.ts';
import { formatReportFile, parseReportFile } from '../../report/file/report-file.ts';
import { undoCorrection } from '../../report/former-versions.ts';
import type { Frontmatter } from '../../report/frontmatter.ts';
import type { Section } from '../../report/report.ts';
import { printedHeading } from '../../report/report-body.ts';
import { walkSections } from '../../report/report-lines.ts';
import type { Given } from '../describe/description.ts';
import { ingestFile } from '../ingest.ts';

const vocabularies = await readVocabularies(projectContent);
/** Each report as it is kept, but for later versions: those are made of two sources. */
const kept = await Promise.all(
  (await listReportFiles(projectContent)).map(async (file) => {
    const text = await readFile(path.join(projectContent, file), 'utf8');
    return { file, text, report: parseReportFile(text, file) };
  }),
);
const first = kept.filter(({ report }) => !/\.v\d+\./.test(report.frontmatter.source.file));
let contentDir: string;
beforeAll(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'ingest-'));
});
afterAll(() => rm(contentDir, { recursive: true }));

it.each(first)('$file comes out of its snapshot and the editors’ decisions again', async (one) => {
  const { file, text, report } = one;
  const { frontmatter, body } = report;
  const snapshot = path.join(projectContent, frontmatter.source.file);
  const outcome = await ingestFile(
    { source: snapshot, name: file },
    {
      contentDir,
      vocabularies,
      given: decisions(frontmatter),
      isDryRun: false,
      ...(frontmatter.added === undefined ? {} : { today: frontmatter.added }),
    },
  );
  expect(outcome).toMatchObject({ outcome: 'written', path: file, reason: null });
  const fresh = parseReportFile(await readFile(path.join(contentDir, file), 'utf8'), file);
  const described = edited(fresh.frontmatter, frontmatter);
  expect(formatReportFile({ frontmatter: described, body })).toBe(text);
  const record = await readAnchorRecord(projectContent, anchorFile(file));
  const asRead = frontmatter.corrections.reduceRight<readonly Section[]>(
    undoCorrection,
    addressBody(body, record),
  );
  expect(blocks(addressBody(fresh.body, record))).toEqual(blocks(asRead));
  const copy = await readFile(path.join(contentDir, frontmatter.source.file));
  expect(copy.equals(await readFile(snapshot))).toBe(true);
});

/** The outline with its text; points follow from that. */
function blocks(sections: readonly Section[]): unknown[] {
  return walkSections(sections).map(({ id, style, paragraphs, ...section }) => [
    ...[id, style, printedHeading(section)],
    ...paragraphs.map((paragraph) => [paragraph.id, paragraph.text]),
  ]);
}

/** What editors decided, as ingest is told beforehand. */
function decisions({ basis, title, issuer, region, year, kind, source }: Frontmatter): Given {
  const decided = { title, issuer, region, year, kind };
  const fields = Object.entries(decided).filter(
    ([field]) => basis[field as keyof typeof decided] === 'editor',
  );
  return { ...Object.fromEntries(fields), ...(source.url === null ? {} : { url: source.url }) };
}

/** Does again what editors added to what is described. */
function edited(fresh: Frontmatter, decided: Frontmatter) {
  const { version, themes, corrections, accepted, source } = decided;
  const { archived, retrieved } = source;
  return {
    ...fresh,
    version,
    themes,
    corrections,
    accepted,
    source: { ...fresh.source, archived, retrieved },
  };
}
