import { fields } from './m-002-fields/rule.ts';
import { id } from './m-003-id/rule.ts';
import { path } from './m-004-path/rule.ts';
import { basis } from './m-005-basis/rule.ts';
import { review } from './m-006-review/rule.ts';
import { dates } from './m-007-dates/rule.ts';
import { titleYear } from './m-008-title-year/rule.ts';
import { snapshot } from './m-009-snapshot/rule.ts';
import { region } from './m-010-region/rule.ts';
import { maskedNames } from './m-011-masked-names/rule.ts';
import { corrections } from './m-012-corrections/rule.ts';
import { themes } from './m-013-themes/rule.ts';
import { figures } from './m-015-figures/rule.ts';
import type { Rule } from './rule.ts';
import { numberOrder } from './s-004-number-order/rule.ts';
import { numberTwice } from './s-005-number-twice/rule.ts';
import { runInHeading } from './s-006-run-in-heading/rule.ts';
import { ownLineStop } from './s-007-own-line-stop/rule.ts';
import { emptySection } from './s-008-empty-section/rule.ts';
import { longHeading } from './s-009-long-heading/rule.ts';
import { unmarkedHeading } from './s-010-unmarked-heading/rule.ts';
import { points } from './s-011-points/rule.ts';
import { pageFurniture } from './s-012-page-furniture/rule.ts';
import { innerNumeral } from './s-015-inner-numeral/rule.ts';
import { openParagraph } from './s-016-open-paragraph/rule.ts';
import { fullWidth } from './t-001-full-width/rule.ts';
import { spaces } from './t-002-spaces/rule.ts';
import { lostCharacters } from './t-003-lost-characters/rule.ts';
import { invisible } from './t-004-invisible/rule.ts';
import { mojibake } from './t-005-mojibake/rule.ts';
import { lostMarks } from './t-006-lost-marks/rule.ts';
import { pairedMarks } from './t-007-paired-marks/rule.ts';
import { pinyin } from './t-008-pinyin/rule.ts';
import { complete } from './t-009-complete/rule.ts';
import { wholeFile } from './t-010-whole-file/rule.ts';
import { ids } from './w-001-ids/rule.ts';
import { sameText } from './w-002-same-text/rule.ts';
import { sources } from './w-003-sources/rule.ts';
import { addresses } from './w-004-addresses/rule.ts';
import { departed } from './w-005-departed/rule.ts';
import { indicators } from './w-007-indicators/rule.ts';
import { versions } from './w-008-versions/rule.ts';

/** Every rule of the archive, by code. A rule whose folder is not listed here fails the tests. */
export const allRules: readonly Rule[] = [
  fields,
  id,
  path,
  basis,
  review,
  dates,
  titleYear,
  snapshot,
  region,
  maskedNames,
  corrections,
  themes,
  figures,
  numberOrder,
  numberTwice,
  runInHeading,
  ownLineStop,
  emptySection,
  longHeading,
  unmarkedHeading,
  points,
  pageFurniture,
  innerNumeral,
  openParagraph,
  fullWidth,
  spaces,
  lostCharacters,
  invisible,
  mojibake,
  lostMarks,
  pairedMarks,
  pinyin,
  complete,
  wholeFile,
  ids,
  sameText,
  sources,
  addresses,
  departed,
  indicators,
  versions,
];

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
    code: 'm-904',
    severity: 'error',
    describe: 'No file or folder of the content directory is a link.',
  },
  {
    code: 's-001',
    severity: 'error',
    describe:
      'The text holds headings, paragraphs, tables, notes and `---` only, with blank lines between.',
  },
  {
    code: 's-002',
    severity: 'error',
    describe: 'A heading is at most one level below the one before it, and of `##` to `######`.',
  },
  {
    code: 's-003',
    severity: 'error',
    describe: 'No heading follows a closing part, which `---` opens, but those of attachments.',
  },
  {
    code: 's-013',
    severity: 'error',
    describe: 'The rows of a table have as many cells each, and joined cells make a rectangle.',
  },
  {
    code: 's-014',
    severity: 'error',
    describe: 'Each mark of a note in the text has its note, and a note is given once.',
  },
  {
    code: 'w-006',
    severity: 'error',
    describe: 'An anchor record is JSON as the release writes it.',
  },
];
