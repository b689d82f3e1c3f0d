import { legible } from '../../report/characters/legible.ts';
import { findControls, visible } from '../../report/characters/visible.ts';
import type { ReviewEntry } from '../../report/frontmatter.ts';
import { dropNoteReferences } from '../../report/note-reference.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import type { Omission } from '../../report/report.ts';
import { readDate } from '../describe/line-wording.ts';
import { ownText, type Page, type PagePart } from '../describe/source-page.ts';
import { isTitle } from '../describe/titles.ts';
import type { Extracted } from '../formats/extracted.ts';
import type { SourceDoubt } from '../formats/inventory.ts';
import type { NotedBody } from '../outline/place-notes.ts';

/**
 * List what an editor is to look at in a document besides its described fields: lines that were left
 * out and may be text, characters, pictures and notes, and what its file is in doubt of.
 */
export function listDoubts(
  source: Extracted,
  page: Page,
  { omitted, noted }: { readonly omitted: readonly Omission[]; readonly noted: NotedBody },
): ReviewEntry[] {
  return [
    ...omittedDoubts(page),
    ...controlDoubts(page),
    ...titleDoubts(page),
    ...dateDoubts(page),
    ...strayDoubts(page),
    ...(source.doubts ?? []).map(doubtEntry),
    ...pictureDoubts(source, omitted),
    ...noteDoubts(noted),
  ];
}

/** A doubt about the text of a source, as an editor is shown it. */
function doubtEntry({ where, words, why }: SourceDoubt): ReviewEntry {
  return {
    field: 'text',
    value: words === '' ? null : words,
    confidence: 0,
    evidence: `${where}: ${why}`,
  };
}

/** So many lines that may be text are named one by one. */
const MOST_NAMED = 6;
const SHOWN = 80;
/** How sure it is that a line which may be text was left out rightly. */
const LEFT_OUT = 0.5;

/** Name the lines that were left out and may be text. */
function omittedDoubts({ parts }: Page): ReviewEntry[] {
  const doubted = parts.filter(({ doubt }) => doubt !== undefined);
  const named = doubted.slice(0, MOST_NAMED).map(
    ({ line, text, doubt = '' }): ReviewEntry => ({
      field: 'omitted',
      value: text.slice(0, SHOWN),
      confidence: LEFT_OUT,
      evidence: `line ${line} was left out as the page around the text, but ${doubt}`,
    }),
  );
  const rest = doubted.slice(MOST_NAMED);
  if (rest.length === 0) return named;
  const lines = rest.map(({ line }) => line).join(', ');
  const evidence = `${rest.length} more lines were left out that may be text: ${lines}`;
  return [...named, { field: 'omitted', value: null, confidence: LEFT_OUT, evidence }];
}

/** Name the lines of title, metadata and text that hold characters which control a screen. */
function controlDoubts({ parts }: Page): ReviewEntry[] {
  return parts
    .filter(({ why }) => why === 'body' || why === 'metadata')
    .flatMap(({ line, text }) => {
      const controls = findControls(text);
      return controls.length === 0 ? [] : [{ line, text, controls }];
    })
    .slice(0, MOST_NAMED)
    .map(
      ({ line, text, controls }): ReviewEntry => ({
        field: 'text',
        value: visible(text).slice(0, SHOWN),
        confidence: 0,
        evidence: `line ${line} holds control characters (${controls.join(', ')}): take them out of the report`,
      }),
    );
}

/** Kinds of numerals up to 一、, which number a report's parts. */
const HIGHEST = 4;
/** A title stands above this many lines of a text. */
const NEAR_TOP = 3;
const LONGEST_TITLE = 60;

/** Name the lines within the text that read as the title of a report: a page may hold two. */
function titleDoubts({ parts }: Page): ReviewEntry[] {
  const body = ownText(parts);
  return body.slice(NEAR_TOP).flatMap(({ line, value = '', row }): ReviewEntry[] => {
    const isAlone = row === undefined && value.length <= LONGEST_TITLE && !/^[《“]/u.test(value);
    if (!isAlone || !/\d{4}年|[省市县区州]/u.test(value) || !isTitle(legible(value))) return [];
    const evidence = `line ${line} reads as the title of a report: where the page holds two documents, take the other out and ingest it by itself`;
    return [{ field: 'text', value, confidence: 0, evidence }];
  });
}

/** Name the dates that were printed and name no day, where no other gives it: 2022年3月, 3月25日. */
function dateDoubts({ parts }: Page): ReviewEntry[] {
  return (['published', 'signed'] as const).flatMap((field) => {
    const own = parts.filter(({ key, why }) => key === field && why === 'metadata');
    if (own.some(({ value = '' }) => readDate(value) !== undefined)) return [];
    return own.slice(0, 1).map(({ line, text }): ReviewEntry => {
      const evidence = `line ${line} says \`${text.slice(0, SHOWN)}\`, which is no day of a year: give the date where the document is dated elsewhere`;
      return { field, value: null, confidence: 0, evidence };
    });
  });
}

/** A line as short, without a mark or a numeral, says nothing by itself. */
const LONGEST_STRAY = 20;
const FORMULA = /^(?:特此|专此|以上|此致|谢谢)/u;

/**
 * Name short lines that stand between the title and the text, and below its last sentence: a page puts
 * words there that no list holds. Above a text without numbered parts they may well head it.
 */
function strayDoubts({ parts }: Page): ReviewEntry[] {
  const body = ownText(parts);
  const isStray = ({ value = '', row, isIndented }: PagePart) =>
    row === undefined &&
    isIndented !== true &&
    value.length <= LONGEST_STRAY &&
    !/[。；：！？，]/u.test(value) &&
    !FORMULA.test(value) &&
    readNumeral(value) === undefined;
  const isNumbered = body.some(({ value = '' }) => (readNumeral(value)?.rank ?? HIGHEST) < HIGHEST);
  const first = body.findIndex((part) => !isStray(part));
  const last = body.findLastIndex((part) => !isStray(part));
  const doubt = (strays: readonly PagePart[], where: string): ReviewEntry[] =>
    strays.length === 0
      ? []
      : [
          {
            field: 'text',
            value: strays
              .map(({ value }) => value)
              .join(' ')
              .slice(0, SHOWN),
            confidence: 0,
            evidence: `short lines stand ${where}: take them out where they are of the page around it`,
          },
        ];
  return [
    ...doubt(isNumbered && first > 0 ? body.slice(0, first) : [], 'between the title and the text'),
    ...doubt(last >= 0 ? body.slice(last + 1) : [], 'below the last sentence of the text'),
  ];
}

/** How much of the line above a picture tells where it stands. */
const NEAR_PICTURE = 16;

/** A picture in the text is looked at by an editor, once: it may be a table, a seal, a page. */
function pictureDoubts(
  { lines, doubts = [] }: Extracted,
  omitted: readonly Omission[],
): ReviewEntry[] {
  const isOmitted = new Set(omitted.filter(({ why }) => why !== 'picture').map(({ line }) => line));
  return lines.flatMap(({ picture, text, zone }, at): ReviewEntry[] => {
    if (picture === undefined || zone === 'page') return [];
    if (doubts.some(({ why, words }) => `${why}${words}`.includes(text.trim()))) return [];
    const above = lines
      .slice(0, at)
      .findLast((one) => one.picture === undefined && !isOmitted.has(one.line));
    const where =
      above === undefined
        ? 'above the text'
        : `below “${dropNoteReferences(above.text).trim().slice(-NEAR_PICTURE)}”`;
    const evidence = `a picture stands ${where}: see whether it shows text or a table, and write that in its place`;
    return [{ field: 'text', value: text.trim(), confidence: 0, evidence }];
  });
}

function noteDoubts({ lost, idle }: NotedBody): ReviewEntry[] {
  const doubt = (value: string, evidence: string): ReviewEntry => ({
    ...{ field: 'text', value, confidence: 0, evidence },
  });
  return [
    ...lost.map((mark) =>
      doubt(
        mark,
        'the text refers to a note of this mark, and no note has it: write the note at the end of the file, or take the mark out',
      ),
    ),
    ...idle.map(({ mark, text }) =>
      doubt(
        `${mark} ${text}`,
        `nothing in the text refers to this note: put \`[^${mark}]\` where its mark stands`,
      ),
    ),
  ];
}
