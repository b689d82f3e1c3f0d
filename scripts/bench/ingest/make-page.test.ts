import { describe, expect, it } from 'vitest';
import { projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { makePage } from './make-page.ts';
import { judgeField, judgeRefusal, toldByIngest } from './score.ts';

const { regions } = await readVocabularies(projectContent);

describe('makePage()', () => {
  it('makes the same page of the same seed, and another of another', () => {
    expect(makePage(7, regions)).toEqual(makePage(7, regions));
    expect(makePage(7, regions).text).not.toBe(makePage(8, regions).text);
  });

  it('is described by ingest without a silent fault in 98 of 100 fields', async () => {
    const pages = Array.from({ length: 120 }, (_, index) => makePage(50_000 + index, regions));
    const verdicts: (string | undefined)[] = [];
    for (const page of pages) {
      const told = await toldByIngest(page, regions);
      const { report } = page;
      verdicts.push(judgeRefusal(page, told));
      if (report === undefined || told.refused) continue;
      for (const field of [
        'title',
        'issuer',
        'code',
        'kind',
        'year',
        'published',
        'signed',
      ] as const)
        verdicts.push(judgeField(field, report, told));
    }
    const faults = verdicts.filter((verdict) => verdict === 'wrong' || verdict === 'missed');
    expect(verdicts.length).toBeGreaterThan(700);
    expect(faults.length / verdicts.length).toBeLessThan(0.02);
  });
});
