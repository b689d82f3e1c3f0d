import type { Rule } from './rule.ts';

/** What the check tells apart from the rules, mostly in reading files; the codes are taken like theirs. */
export const readingFaults: readonly Pick<Rule, 'code' | 'severity' | 'describe'>[] = [
  {
    code: 'm-001',
    severity: 'error',
    describe: 'The file begins with its frontmatter, in YAML, between two lines `---`.',
  },
  {
    code: 'm-014',
    severity: 'warning',
    describe: 'Each warning that the frontmatter accepts is given by its rule.',
  },
  {
    code: 'm-901',
    severity: 'error',
    describe: 'The region table has rows as its head describes, a code once.',
  },
  {
    code: 'm-902',
    severity: 'error',
    describe: 'The list of themes is as its head describes.',
  },
  {
    code: 'm-903',
    severity: 'error',
    describe: 'The list of indicators is as its head describes.',
  },
  {
    code: 's-001',
    severity: 'error',
    describe: 'The text holds headings, paragraphs and `---` only, with blank lines between.',
  },
  {
    code: 's-002',
    severity: 'error',
    describe: 'A heading is at most one level below the one before it, and of `##` to `######`.',
  },
  {
    code: 's-003',
    severity: 'error',
    describe: 'No heading follows a closing part, which `---` opens.',
  },
  {
    code: 'w-006',
    severity: 'error',
    describe: 'An anchor record is JSON as the release writes it.',
  },
];
