import type { FootnoteDefinition, Heading, RootContent } from 'mdast';
import { ArchiveError, type Location } from '../archive-error.ts';
import { splitLabel } from '../printed-numeral.ts';
import {
  type BodyNote,
  type BodyParagraph,
  type BodySection,
  printedHeading,
  type ReportBody,
} from '../report-body.ts';
import { formatMarkdown, parseMarkdown, phrasing, plainText } from './markdown-syntax.ts';
import { readTable, tableNode } from './table-markdown.ts';

/** Ends a heading that in the source stands at the head of its paragraph. */
const RUN_IN = ' {.run-in}';
/** Ends the heading of an attachment, which stands below the closing parts. */
const ATTACHMENT = ' {.attachment}';
/** Depth 1 of the outline is a second-level heading: the first level is the title's. */
const TOP = 2;
const DEEPEST = 6;

/**
 * Format the text of a report as Markdown that reads well as it stands.
 * A heading's level is its depth; a run-in heading ends in `{.run-in}`; a thematic break opens
 * a closing part, since the source gives it no heading. Attachments come last, their headings
 * ending in `{.attachment}`, and then the notes.
 *
 * @throws RangeError where the outline is deeper than Markdown's headings
 */
export function formatReportBody(body: ReportBody): string {
  const { opening, sections, closing, attachments = [], notes = [] } = body;
  return formatMarkdown({
    type: 'root',
    children: [
      ...opening.map(paragraph),
      ...sections.flatMap((section) => sectionNodes(section, TOP)),
      ...closing.flatMap((part) => [{ type: 'thematicBreak' } as const, ...part.map(paragraph)]),
      ...attachments.flatMap((section) => sectionNodes(section, TOP, ATTACHMENT)),
      ...notes.map(noteNode),
    ],
  });
}

function sectionNodes(section: BodySection, depth: number, mark = ''): RootContent[] {
  if (depth > DEEPEST) throw new RangeError(`Unexpected depth ${depth - TOP + 1}, expected 1 to 5`);
  const value = printedHeading(section) + (section.style === 'run-in' ? RUN_IN : mark);
  return [
    { type: 'heading', depth: depth as Heading['depth'], children: phrasing(value) },
    ...section.paragraphs.map(paragraph),
    ...section.sections.flatMap((child) => sectionNodes(child, depth + 1)),
  ];
}

function paragraph(value: BodyParagraph): RootContent {
  if (typeof value !== 'string') return tableNode(value);
  return { type: 'paragraph', children: phrasing(value) };
}

function noteNode({ label, text }: BodyNote): RootContent {
  const children: FootnoteDefinition['children'] =
    text === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
  return { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children };
}

interface OpenSection extends BodySection {
  readonly paragraphs: BodyParagraph[];
  readonly sections: OpenSection[];
}

/** What the Markdown of a report file holds, with every fault in it. */
interface ReadBody {
  readonly body: ReportBody;
  /** The 1-based line of each heading and paragraph of the file, in printed order. */
  readonly lines: readonly number[];
  readonly errors: readonly ArchiveError[];
}

/**
 * Parse the Markdown of a report file back into the text of a report.
 *
 * @param file the path to name in errors
 * @param line the 1-based line of the file on which the Markdown starts
 * @throws ArchiveError the first of `readReportBody`’s errors
 */
export function parseReportBody(markdown: string, file: string, line = 1): ReportBody {
  const { body, errors } = readReportBody(markdown, file, line);
  if (errors[0] !== undefined) throw errors[0];
  return body;
}

/**
 * Read the Markdown of a report file as far as it goes, so that a check tells all faults at once.
 *
 * @param file the path to name in errors
 * @param line the 1-based line of the file on which the Markdown starts
 * @returns errors `s-001` where the Markdown holds anything but headings, paragraphs and
 *   breaks, `s-002` where a heading skips a level, `s-003` where a heading follows a closing part,
 *   `s-013` and `s-014` for tables and notes
 */
export function readReportBody(markdown: string, file: string, line = 1): ReadBody {
  const opening: BodyParagraph[] = [];
  const sections: OpenSection[] = [];
  const closing: BodyParagraph[][] = [];
  const attachments: OpenSection[] = [];
  const notes: BodyNote[] = [];
  const open: OpenSection[] = [];
  const lines: number[] = [];
  const errors: ArchiveError[] = [];
  const crowded = findCrowdedLine(markdown);
  if (crowded !== undefined) errors.push(tooManyMarks({ file, line: line + crowded }));
  for (const node of crowded === undefined ? parseMarkdown(markdown) : []) {
    const at = { file, line: line - 1 + (node.position?.start.line ?? 1) };
    const refuse = (type: string): void => void errors.push(notPlain(at, type));
    const place = () => open.at(-1)?.paragraphs ?? closing.at(-1) ?? opening;
    if (node.type === 'thematicBreak') {
      closing.push([]);
      open.length = 0;
    } else if (node.type === 'paragraph') {
      lines.push(at.line);
      place().push(plainText(node.children, refuse));
    } else if (node.type === 'table') {
      lines.push(at.line);
      const { table, faults } = readTable(node, markdown, refuse);
      // The second line of a table is its row of dashes.
      const lineOf = (row: number) => at.line + row + Number(row > 0);
      for (const { row, ...fault } of faults)
        errors.push(
          new ArchiveError({ location: { file, line: lineOf(row) }, code: 's-013', ...fault }),
        );
      place().push(table);
    } else if (node.type === 'footnoteDefinition') {
      const own = node.children.flatMap((child) =>
        child.type === 'paragraph' ? plainText(child.children, refuse) : (refuse(child.type) ?? ''),
      );
      notes.push({ label: node.label ?? node.identifier, text: own.join('') });
    } else if (node.type === 'heading') {
      const { depth } = node;
      const text = plainText(node.children, refuse);
      const isAttachment = depth === TOP && text.endsWith(ATTACHMENT);
      // A line `---` right under a paragraph makes a heading without marks.
      const isMarked = markdown.charAt(node.position?.start.offset ?? 0) === '#';
      const isAfterClosing =
        !isAttachment && (attachments.length > 0 ? depth === TOP : closing.length > 0);
      errors.push(
        ...headingFaults(at, { depth, most: open.length + TOP, isMarked, isAfterClosing }),
      );
      lines.push(at.line);
      const section = isAttachment ? openAttachment(text) : openSection(text);
      open.length = Math.min(Math.max(depth - TOP, 0), open.length);
      (open.at(-1)?.sections ?? (isAttachment ? attachments : sections)).push(section);
      open.push(section);
    } else refuse(node.type);
  }
  const body: ReportBody = {
    ...{ opening, sections, closing },
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(notes.length === 0 ? {} : { notes }),
  };
  return { body, lines, errors: [...errors, ...noteFaults(markdown, notes, { file, line })] };
}

/**
 * What Markdown pairs or nests it takes the square of the number for. A report has next to none of
 * it: `*`, `_` and brackets that are text have a backslash, and there are no lists and quotations.
 */
const MOST_MARKS = 1000;
const MARKS = /(?<!\\)[*_]|\[\^|\]\(/g;
const MOST_NESTED = 100;
const NESTS = /^(?:[>*+-]|\d{1,9}[.)]|[ \t])+/;
const NEST = />|[*+-](?=[ \t])|\d[.)](?=[ \t])/g;

/** Find the line, from 0, at which a paragraph has too many marks, or which nests too deep. */
function findCrowdedLine(markdown: string): number | undefined {
  let marks = 0;
  const at = markdown.split('\n').findIndex((text) => {
    marks = text.trim() === '' ? 0 : marks + countMatches(text, MARKS);
    const nested = countMatches(NESTS.exec(text)?.[0] ?? '', NEST);
    return marks > MOST_MARKS || nested > MOST_NESTED;
  });
  return at === -1 ? undefined : at;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function tooManyMarks(location: Location): ArchiveError {
  return new ArchiveError({
    location,
    code: 's-001',
    text: `Unexpected paragraph of more than ${MOST_MARKS} marks of Markdown, or ${MOST_NESTED} one in another, expected plain text`,
    hint: 'put a backslash before each mark that is text; nothing else of this file was read',
  });
}

function openAttachment(text: string): OpenSection {
  const heading = text.slice(0, -ATTACHMENT.length);
  return { label: null, heading, stop: null, style: 'own-line', paragraphs: [], sections: [] };
}

const STOP = /[。．.：:；;！!？?]$/;
/** What ends a heading of its own line is a part of it, but for the mark that ends any sentence. */
const OWN_LINE_STOP = /[。；;]$/;

function openSection(text: string): OpenSection {
  const isRunIn = text.endsWith(RUN_IN);
  const printed = isRunIn ? text.slice(0, -RUN_IN.length) : text;
  const stop = (isRunIn ? STOP : OWN_LINE_STOP).exec(printed)?.[0] ?? null;
  const { label, rest } = splitLabel(stop === null ? printed : printed.slice(0, -1));
  const style = isRunIn ? 'run-in' : 'own-line';
  return { label, heading: rest, stop, style, paragraphs: [], sections: [] };
}

/** Find references without their notes, which Markdown takes for text, and notes given twice. */
function noteFaults(
  markdown: string,
  notes: readonly BodyNote[],
  { file, line }: { readonly file: string; readonly line: number },
): ArchiveError[] {
  const labels = notes.map(({ label }) => label.toLowerCase());
  const twice = labels.filter((label, at) => labels.indexOf(label) < at);
  const lost = [...markdown.matchAll(/(?<!\\)\[\^((?:\\.|[^\]\s\\])+)\]/gu)].filter(
    ({ 1: label = '' }) => !labels.includes(label.replace(/\\(.)/gu, '$1').toLowerCase()),
  );
  const fault = (at: number, text: string, hint: string) =>
    new ArchiveError({ location: { file, line: line + at }, code: 's-014', text, hint });
  // They come in order, so that no part of the text is counted twice.
  let [from, breaks] = [0, 0];
  const lineAt = (index: number) => {
    breaks += markdown.slice(from, index).split('\n').length - 1;
    from = index;
    return breaks;
  };
  return [
    ...lost.map(({ 0: found, index }) =>
      fault(
        lineAt(index),
        `Unexpected reference \`${found}\`, expected a note of that mark`,
        'a note stands at the end of the file, `[^1]: its text`; take the reference out where there is none, or put a backslash before it where it is text',
      ),
    ),
    ...twice.map((label) =>
      fault(
        markdown.split('\n').findLastIndex((text) => text.startsWith(`[^${label}]:`)),
        `Unexpected second note \`[^${label}]\`, expected a mark for each`,
        'where a report prints a mark for several notes, number them: `[^1-1]`, `[^1-2]`',
      ),
    ),
  ];
}

function notPlain(location: Location, type: string): ArchiveError {
  return new ArchiveError({
    location,
    code: 's-001',
    text: `Unexpected Markdown \`${type}\`, expected plain text`,
    hint: 'a report holds headings, paragraphs, tables, notes and `---` only; put a backslash before a mark that is text',
  });
}

function headingFaults(
  location: Location,
  found: { depth: number; most: number; isMarked: boolean; isAfterClosing: boolean },
): ArchiveError[] {
  const { depth, most } = found;
  const expected = most === TOP ? '`##`' : `\`##\` to \`${'#'.repeat(most)}\``;
  const faults = [
    !found.isMarked && {
      code: 's-001',
      text: 'Unexpected line of marks under a paragraph, expected a blank line between',
      hint: 'right under a text, `---` makes a heading of it; on its own it opens a closing part',
    },
    found.isAfterClosing && {
      code: 's-003',
      text: 'Unexpected heading after a closing part, expected a paragraph',
      hint: '`---` opens a closing part, which comes after the last section; remove it where the text goes on, and end the heading of an attachment in `{.attachment}`',
    },
    (depth < TOP || depth > most) && {
      code: 's-002',
      text: `Unexpected heading level \`${'#'.repeat(depth)}\`, expected ${expected}`,
      hint: 'a heading is at most one level below the one before it; the first level is the title’s',
    },
  ];
  return faults.flatMap((fault) =>
    fault === false ? [] : new ArchiveError({ location, ...fault }),
  );
}
