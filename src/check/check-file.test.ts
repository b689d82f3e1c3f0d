import { describe, expect, it } from 'vitest';
import type { Message } from '../report/archive-error.ts';
import { acceptWarnings } from './check-file.ts';

const warning: Message = {
  location: { file: 'a.md', line: 9 },
  code: 's-004',
  severity: 'warning',
  text: 'Unexpected number `30.`, expected 29',
};
const accept = { rule: 's-004', found: 'number `30.`', why: '原文如此' };

describe('an accepted warning', () => {
  it('is given no more', () => {
    expect(acceptWarnings([warning], [accept], 'a.md')).toEqual([]);
  });

  it.each<[string, Message]>([
    ['another warning of the rule', { ...warning, text: 'Unexpected number `31.`, expected 30' }],
    ['a warning of another rule', { ...warning, code: 's-005' }],
    ['an error', { ...warning, severity: 'error' }],
  ])('does not cover %s, and is said to answer to nothing', (_, message) => {
    const [first, second, ...others] = acceptWarnings([message], [accept], 'a.md');
    expect(first).toBe(message);
    expect(second).toMatchObject({
      code: 'm-014',
      severity: 'warning',
      location: { file: 'a.md' },
    });
    expect(others).toEqual([]);
  });
});
