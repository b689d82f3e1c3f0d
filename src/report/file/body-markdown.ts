import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { ArchiveError, type Location } from '../archive-error.ts';
import { splitLabel } from '../printed-numeral.ts';
import { type BodySection, printedHeading, type ReportBody } from '../report-body.ts';

/** Ends a heading that in the source stands at the head of its paragraph. */
const RUN_IN = ' {.run-in}';
/** Depth 1 of the outline is a second-level heading: the first level is the title's. */
const TOP = 2;
const DEEPEST = 6;

const parser = unified().use(remarkParse);
const formatter = unified().use(remarkStringify, { rule: '-', bullet: '-', emphasis: '_' });

/**
 * Format the text of a report as Markdown that reads well as it stands.
 * A heading's level is its depth; a run-in heading ends in `{.run-in}`; a thematic break opens
 * a closing part, since the source gives it no heading.
 *
 * @throws RangeError where the outline is deeper than Markdown's headings
 */
export function formatReportBody(body: ReportBody): string {
  const children: RootContent[] = [
    ...body.opening.map(paragraph),
    ...body.sections.flatMap((section) => sectionNodes(section, TOP)),
    ...body.closing.flatMap((part) => [{ type: 'thematicBreak' } as const, ...part.map(paragraph)]),
  ];
  return formatter.stringify({ type: 'root', children });
}

function sectionNodes(section: BodySection, depth: number): RootContent[] {
  if (depth > DEEPEST) throw new RangeError(`Unexpected depth ${depth - TOP + 1}, expected 1 to 5`);
  const printed = printedHeading(section);
  const value = section.style === 'run-in' ? printed + RUN_IN : printed;
  return [
    { type: 'heading', depth: depth as Heading['depth'], children: [{ type: 'text', value }] },
    ...section.paragraphs.map(paragraph),
    ...section.sections.flatMap((child) => sectionNodes(child, depth + 1)),
  ];
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

interface OpenSection extends BodySection {
  readonly paragraphs: string[];
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
 *   breaks, `s-002` where a heading skips a level, `s-003` where a heading follows a closing part
 */
export function readReportBody(markdown: string, file: string, line = 1): ReadBody {
  const opening: string[] = [];
  const sections: OpenSection[] = [];
  const closing: string[][] = [];
  const open: OpenSection[] = [];
  const lines: number[] = [];
  const errors: ArchiveError[] = [];
  for (const node of (parser.parse(markdown) as Root).children) {
    const at = { file, line: line - 1 + (node.position?.start.line ?? 1) };
    if (node.type === 'thematicBreak') closing.push([]);
    else if (node.type === 'paragraph') {
      lines.push(at.line);
      (closing.at(-1) ?? open.at(-1)?.paragraphs ?? opening).push(
        plainText(node.children, at, errors),
      );
    } else if (node.type === 'heading') {
      const { depth } = node;
      // A line `---` right under a paragraph makes a heading without marks.
      const isMarked = markdown.charAt(node.position?.start.offset ?? 0) === '#';
      const isAfterClosing = closing.length > 0;
      errors.push(
        ...headingFaults(at, { depth, most: open.length + TOP, isMarked, isAfterClosing }),
      );
      lines.push(at.line);
      const section = openSection(plainText(node.children, at, errors));
      open.length = Math.min(Math.max(depth - TOP, 0), open.length);
      (open.at(-1)?.sections ?? sections).push(section);
      open.push(section);
    } else errors.push(notPlain(at, node.type));
  }
  return { body: { opening, sections, closing }, lines, errors };
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

function plainText(
  nodes: readonly PhrasingContent[],
  at: Location,
  errors: ArchiveError[],
): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return '\n';
      errors.push(notPlain(at, node.type));
      return '';
    })
    .join('')
    .replace(/\n/g, (_, offset: number, whole: string) =>
      /[!-~]/.test(whole.charAt(offset - 1)) && /[!-~]/.test(whole.charAt(offset + 1)) ? ' ' : '',
    );
}

function notPlain(location: Location, type: string): ArchiveError {
  return new ArchiveError({
    location,
    code: 's-001',
    text: `Unexpected Markdown \`${type}\`, expected plain text`,
    hint: 'a report holds headings, paragraphs and `---` only; put a backslash before a mark that is text',
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
      hint: '`---` opens a closing part, which comes after the last section; remove it where the text goes on',
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
