import { isOrganisation } from './is-organisation.ts';
import { isTitle, isTitleEnd } from './is-title.ts';
import { isDateLine } from './read-date.ts';

/** A title over one line or several, as indices of the lines it was found in. */
export interface TitleLines {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const MOST_LINES = 5;
const LONGEST_PIECE = 60;
const YEAR = /\d{4}|[二２][〇零○Ｏ]/u;

/**
 * Finds titles in lines, joined where they are broken over several.
 *
 * A title that begins with 关于 or its year takes the names of bodies right above it along: they
 * are its issuers, two where Party and government report together.
 *
 * @param lines legible, brackets around a title taken off; `undefined` for a line that is surely
 *   something else
 */
export function findTitles(lines: readonly (string | undefined)[]): TitleLines[] {
  const titles: TitleLines[] = [];
  let from = 0;
  while (from < lines.length) {
    const found = titleAt(lines, from);
    if (found === undefined) {
      from += 1;
      continue;
    }
    let { start, end } = found;
    const floor = titles.at(-1)?.end ?? 0;
    while (start > floor && leadsOn(lines[start - 1], joined(lines, start, end))) start -= 1;
    while (end < lines.length && isTitleEnd(lines[end] ?? '')) end += 1;
    titles.push({ start, end });
    from = end;
  }
  return titles;
}

function titleAt(lines: readonly (string | undefined)[], start: number) {
  for (let end = start + 1; end <= Math.min(lines.length, start + MOST_LINES); end++) {
    const piece = lines[end - 1];
    if (piece === undefined || /[。；]/.test(piece) || isDateLine(piece)) return undefined;
    if (end > start + 1 && piece.length > LONGEST_PIECE) return undefined;
    const text = joined(lines, start, end);
    if (!isTitle(text)) continue;
    // The window begins with its first needed line: what stands above is taken only on purpose.
    const isMinimal = end === start + 1 || !isTitle(joined(lines, start + 1, end));
    return isMinimal && isWhole(lines, start, end) ? { start, end } : undefined;
  }
  return undefined;
}

/** A broken title's first line leads on: it has its topic begun, or a year, or 关于, or a body. */
function isWhole(lines: readonly (string | undefined)[], start: number, end: number): boolean {
  const first = lines[start] ?? '';
  return (
    end === start + 1 ||
    isOrganisation(first) ||
    /法治|依法|\d{4}|[〇零○]|关于|年度|建设|[省市县区州盟旗镇乡]$|街道$/u.test(first)
  );
}

/** Tells whether a line is the head of the title that stands below it. */
function leadsOn(line: string | undefined, title: string): boolean {
  if (
    line === undefined ||
    isDateLine(line) ||
    line.length > LONGEST_PIECE ||
    /[。；，：:>]/u.test(line)
  )
    return false;
  const isHeadless = /^(?:关于|\d{4}|[二２][〇零○Ｏ]|法治|依法|推进|贯彻|年度)/u.test(title);
  if (isHeadless && (isOrganisation(line) || isPlace(line))) return true;
  if (isParty(line) && /^[\p{Script=Han}]{2,20}(?:人民政府|管理委员会|管委会)/u.test(title))
    return true;
  return !YEAR.test(title) && /(?:\d{4}|[〇零○]\S{1,3})\s*年度?/u.test(line) && !isTitle(line);
}

/** The Party committee that reports together with its government. */
function isParty(line: string): boolean {
  return /^中共[\p{Script=Han}]{2,40}委(?:员会)?$|^[\p{Script=Han}]{2,40}(?:党委|党工委|工委)$/u.test(
    line,
  );
}

/** A place's name alone on a line: 鹤壁市, 柳林镇. */
function isPlace(line: string): boolean {
  return /^[\p{Script=Han}]{1,14}(?:[省市县区州盟旗镇乡]|街道)$/u.test(line);
}

function joined(lines: readonly (string | undefined)[], start: number, end: number): string {
  return lines.slice(start, end).join('');
}
