import { anchorWords, hashWords } from '../../../report/anchor/anchor-words.ts';
import { type AddressedText, undoInText } from '../../../report/former-versions.ts';
import type { Correction } from '../../../report/report.ts';
import { walkSections } from '../../../report/report-lines.ts';
import { isDay, locateField } from '../frontmatter-fields.ts';
import type { CheckedReport, Finding, ReportRule } from '../rule.ts';

/** A correction is proved by taking it back, so its new words stand where it says, and only once. */
export const corrections: ReportRule = {
  code: 'm-012',
  name: 'corrections',
  severity: 'error',
  scope: 'report',
  describe:
    'Each correction names a place of the report where its new words stand once, with reason and day; published words that it changes have a version of their own.',
  check: (report) => {
    const findings: Finding[] = [];
    let text: AddressedText = report;
    for (const [index, correction] of [...report.frontmatter.corrections.entries()].reverse()) {
      findings.push(...misplaced(report, index, correction, text));
      findings.push(...unexplained(report, index, correction));
      text = undoInText(text, correction);
    }
    return [...findings, ...unraised(report)];
  },
};

function misplaced(
  report: CheckedReport,
  index: number,
  { place, old, new: mended }: Correction,
  addressed: AddressedText,
): Finding[] {
  const times = count(wordsAt(place, addressed), mended);
  if (times === 1 && old !== mended) return [];
  const expected =
    times === 0
      ? 'these words there'
      : times > 1
        ? 'words that stand there once'
        : 'other words than the old ones';
  return [
    {
      location: locateField(report, ['corrections', index]),
      text: `Unexpected correction to \`${mended}\` at \`${place}\`, expected ${expected}`,
      hint: '`place` is the id of a paragraph or section, `new` what now stands there, `old` what stood; for words put in or taken out give those beside them too',
    },
  ];
}

function unexplained(report: CheckedReport, index: number, { why, date }: Correction): Finding[] {
  const finding = (field: 'why' | 'date', text: string): Finding => ({
    location: locateField(report, ['corrections', index, field]),
    text,
  });
  return [
    ...(isDay(date)
      ? []
      : [finding('date', `Unexpected date \`${date}\`, expected a day of the calendar`)]),
    ...(why.trim() === ''
      ? [finding('why', 'Unexpected correction without a reason, expected one for readers')]
      : []),
  ];
}

/** Readers are shown the words that were published as an earlier version, which needs a later one. */
function unraised({ file, frontmatter, sections, notes, anchors }: CheckedReport): Finding[] {
  const { version, corrections } = frontmatter;
  const days = new Set(corrections.map(({ date }) => date)).size;
  if (anchors === undefined || anchors.version !== version || version > days) return [];
  const now = anchorWords(sections, notes);
  const changed = corrections.find(({ place }) => {
    const published = anchors.anchors[place];
    return published !== undefined && hashWords(now.get(place) ?? '') !== published;
  });
  if (changed === undefined) return [];
  return [
    {
      location: { file },
      text: `Unexpected version ${version} with a correction to published words (#${changed.place}), expected ${version + 1}`,
      hint: 'raise `version` by one for all corrections of a day: what was published stays to be seen as the version before',
    },
  ];
}

/** The texts that a correction at a place may be in: a paragraph, a note, or a section's own ones. */
function wordsAt(place: string, { sections, notes = [] }: AddressedText): string[] {
  const ofNotes = notes.filter(({ id }) => id === place).map(({ text }) => text);
  const ofText = walkSections(sections).flatMap(({ id, heading, paragraphs }) =>
    id === place
      ? [heading ?? '', ...paragraphs.map(({ text }) => text)]
      : paragraphs.filter((paragraph) => paragraph.id === place).map(({ text }) => text),
  );
  return [...ofText, ...ofNotes];
}

function count(texts: readonly string[], words: string): number {
  if (words === '') return 0;
  return texts.reduce((sum, text) => sum + text.split(words).length - 1, 0);
}
