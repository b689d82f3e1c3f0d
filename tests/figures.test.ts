import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listReportFiles, projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { parseReportFile } from '../src/report/file/report-file.ts';
import type { Report, Section } from '../src/report/report.ts';
import { compileReport } from '../src/vocabulary/compile-report.ts';
import { findSums } from '../src/vocabulary/indicator/find-sums.ts';

const vocabularies = await readVocabularies(projectContent);
const reports = new Map<string, Report>();
for (const path of await listReportFiles(projectContent)) {
  const file = parseReportFile(readFileSync(`${projectContent}/${path}`, 'utf8'), path);
  const report = compileReport(file, path, undefined, vocabularies);
  reports.set(report.id, report);
}
const paragraphs = (sections: readonly Section[]): Section['paragraphs'] =>
  sections.flatMap((section) => [...section.paragraphs, ...paragraphs(section.sections)]);

describe('the figures of the reports held', () => {
  it.each<[string, string[]]>([
    [
      '230200-2018',
      [
        'normative-filed-in 65件次',
        'normative-cleaned 192件',
        'normative-kept 162件',
        'normative-amended 9件',
        'normative-repealed 21件',
        'counsel 337人',
        'counsel 172人 of counsel',
        'counsel 165人 of counsel',
        'random-inspections 676次',
        'review-accepted 16件',
        'review-closed 27件',
        'review-carried 11件 of review-closed',
        'review-upheld 14件 of review-closed',
        'litigation-cases 19件',
        'litigation-attendance-rate 100%',
        'officers 2845人',
        'review-terminated 4件 of review-closed',
        'trainings 18期',
        'contracts-reviewed 23件次',
      ],
    ],
    [
      '371071-2017',
      [
        'normative-cleaned 11件',
        'normative-kept 6件',
        'normative-repealed 5件',
        'legal-opinions 46件',
        'officers 201人',
        'litigation-cases 28件',
        'mediation-bodies 135个',
        'mediators 490人',
      ],
    ],
    ['411602-2019', ['normative-repealed 3件', 'litigation-attendance-rate 100%']],
    [
      '410600-2017',
      [
        'officers 5003人',
        'normative-kept 186件',
        'normative-lapsed 56件',
        'hotline 31053件',
        'audits 24个',
        'discipline 566人',
        'disclosures 29000条',
        'review-applied 34件',
        'review-accepted 15件',
        'review-correction-rate 46.7%',
        'litigation-cases 34件',
        'litigation-win-rate 100%',
        'mediations 23500件',
        'mediation-rate 99.5%',
        'legal-aid 2090件',
        'legal-aid 599件 of legal-aid',
        'legal-aid-recovered 9294000元',
        'consultations 11900人次',
        'review-not-accepted 1件',
        'mediations-succeeded 23400件',
        'litigation-cases 14件 of litigation-cases',
        'study-sessions 5次',
        'leadership-meetings 6次',
        'contracts-reviewed 27件',
      ],
    ],
  ])('of %s are read as it prints them', (id, expected) => {
    const read = reports
      .get(id)
      ?.observations.map(
        ({ indicator, value, unit, subsetOf }) =>
          `${indicator} ${value}${unit}${subsetOf === null ? '' : ` of ${subsetOf}`}`,
      );
    expect(read).toEqual(expect.arrayContaining(expected));
  });

  it('are none in a plan', () => {
    expect(reports.get('371481-2018-plan')?.observations).toEqual([]);
  });

  it('each point at the words they were read from', () => {
    for (const { id, sections, observations } of reports.values()) {
      const texts = new Map(
        paragraphs(sections).map((paragraph) => [paragraph.id, paragraph.text]),
      );
      for (const { paragraph, start, end, raw } of observations)
        expect(texts.get(paragraph)?.slice(start, end), `${id} ${paragraph}`).toBe(raw);
    }
  });

  it.each([
    ['230200-2018', ['192 = 162 + 9 + 21', '337 = 172 + 165', '27 = 14 + 1 + 4 + 4 + 4']],
    [
      '410600-2017',
      [
        '242 = 224 + 18',
        '92.56% = 224 / 242',
        '34 = 15 + 1 + 18',
        '46.7% = 7 / 15',
        '34 = 14 + 19 + 1',
      ],
    ],
  ])('of %s add up as its text says', (id, formulas) => {
    const sums = paragraphs(reports.get(id)?.sections ?? []).flatMap(({ text }) =>
      findSums(text, vocabularies.indicators),
    );
    expect(sums.map(({ formula }) => formula)).toEqual(formulas);
  });
});

describe('the themes of the reports held', () => {
  it.each([
    [
      '410600-2017',
      's1 leadership, s2 functions, s3 decision-making, s4 enforcement, s5 enforcement, s6 rulemaking, s7 oversight, s8 openness, s9 dispute-resolution, s10 capacity',
    ],
    [
      '230200-2018',
      's1 functions, s2 rulemaking, s3 decision-making, s4 enforcement, s5 openness, s6 dispute-resolution, s7 capacity leadership, s8 leadership',
    ],
  ])('of %s are those of its headings', (id, expected) => {
    const themed = reports.get(id)?.sections.filter(({ label }) => label !== null) ?? [];
    expect(themed.map((section) => [section.id, ...section.themes].join(' ')).join(', ')).toBe(
      expected,
    );
  });

  it.each([
    ['230200-2018', 'c1 problems, c2 plans'],
    ['371071-2017', 'c1 problems, c2 plans'],
    ['371481-2018-plan', 'c1 closing'],
    ['411602-2019', 's2 problems, s3 plans'],
    ['410600-2017', 'c1 problems plans'],
  ])('of %s stand beside the roles of its last parts', (id, expected) => {
    const last = reports
      .get(id)
      ?.sections.filter(({ roles }) =>
        roles.some((role) => ['problems', 'plans', 'closing'].includes(role)),
      );
    expect(last?.map((section) => [section.id, ...section.roles].join(' ')).join(', ')).toBe(
      expected,
    );
  });
});
