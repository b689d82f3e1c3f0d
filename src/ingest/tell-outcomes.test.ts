import { expect, it } from 'vitest';
import { type IngestOutcome, UNCHANGED } from './filing/settle-source.ts';
import { formatSummary } from './tell-outcomes.ts';

const outcome = (
  file: string,
  kind: IngestOutcome['outcome'],
  rest: Partial<IngestOutcome> = {},
): IngestOutcome => ({
  ...{ file, outcome: kind, code: null, reason: null, path: null, confidence: {}, ...rest },
});

it('puts what an editor has to act on last, and says what to do next', () => {
  const outcomes = [
    outcome('a.txt', 'refused', { code: 'i-001', reason: 'Unexpected empty file' }),
    outcome('b.txt', 'written', { path: 'reports/b.md', reason: 'to be looked at: signed' }),
    outcome('c.txt', 'review', { code: 'i-011', reason: 'no place', path: 'review/c.yaml' }),
    outcome('d.txt', 'written', { path: 'reports/d.md', reason: UNCHANGED }),
  ];
  expect(formatSummary(outcomes, { isDryRun: false, left: 3 }).split('\n')).toEqual([
    'unchanged     d.txt  → reports/d.md',
    'written       b.txt  → reports/b.md  to be looked at: signed',
    'needs review  c.txt  → review/c.yaml  i-011 no place',
    'refused       a.txt  i-001 Unexpected empty file',
    '1 unchanged, 1 written, 1 needs review, 1 refused',
    '1 of the written to be looked at',
    'stopped before 3 files: the same command goes on from here',
    'next: `npm run review`, then `npm run check`',
  ]);
});

it('only counts what went through without a doubt, in a batch too large to read', () => {
  const clean = Array.from({ length: 100 }, (_, at) => outcome(`${at}.txt`, 'written'));
  const refused = outcome('x.txt', 'refused', { code: 'i-001', reason: 'empty' });
  expect(formatSummary([...clean, refused], { isDryRun: true, left: 0 }).split('\n')).toEqual([
    'refused       x.txt  i-001 empty',
    '100 written, 1 refused (dry run: nothing was written)',
  ]);
});

it('lists a batch of sixty', () => {
  const rows = (count: number) =>
    formatSummary(
      Array.from({ length: count }, (_, at) => outcome(`${at}.txt`, 'written')),
      { isDryRun: true, left: 0 },
    ).split('\n').length;
  expect([rows(60), rows(61)]).toEqual([61, 1]);
});
