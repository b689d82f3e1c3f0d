import { simplified } from '../../report/characters/legible.ts';
import type { ThemeDecision } from '../../report/frontmatter.ts';
import { parsePrintedNumber } from '../../report/printed-numeral.ts';
import type { Role, Section } from '../../report/report.ts';
import type { Theme } from './parse-themes.ts';

/**
 * Tell of every section of a report what it is for and what it is about.
 *
 * @param sections the addressed tree
 * @param decisions an editor's themes for single sections, which replace the machine's
 *   and are inherited like them
 * @param year the last year that the report looks back on: its own; the one before for a plan
 * @returns the same tree with `roles` and `themes` filled in
 */
export function describeSections(
  sections: readonly Section[],
  themes: readonly Theme[],
  decisions: readonly ThemeDecision[] = [],
  year?: number,
): Section[] {
  const decided = new Map(decisions.map(({ section, themes: ids }) => [section, ids]));
  const describe = (section: Section, parentThemes: readonly SectionTheme[]): Section => {
    const { id } = section;
    const heading = section.heading && simplified(section.heading);
    const text = section.paragraphs.map((paragraph) => paragraph.text).join('\n');
    const editors = decided.get(id)?.map((theme) => ({ id: theme, why: EDITOR }));
    const found = editors ?? sectionThemes(themes, { heading, text, parentThemes });
    return {
      ...section,
      roles: sectionRoles({ heading, text, part: partOf(id), year }),
      themes: found.map((theme) => theme.id),
      sections: section.sections.map((child) => describe(child, found)),
    };
  };
  return sections.map((section) => describe(section, []));
}

const EDITOR: SectionTheme['why'] = { by: 'editor', words: [] };

type Part = 'opening' | 'closing' | 'attachment' | 'body';

/**
 * Where a section stands, by its address: `s0` is the opening, `c1`, `c2` … are closing parts, `a1`,
 * `a2` … are attachments with all below them.
 */
function partOf(id: string): Part {
  if (id === 's0') return 'opening';
  if (/^a\d/.test(id)) return 'attachment';
  return /^c\d+$/.test(id) ? 'closing' : 'body';
}

/** What a heading says a section is for, in the order in which roles are given. */
const HEADINGS: readonly (readonly [Role, RegExp])[] = [
  ['overview', /总体情况|基本情况|总体进展|工作概况|工作概述|工作总体/],
  [
    'achievements',
    /成效|成绩|成果|主要做法|主要举措|主要工作|主要措施|工作情况|开展情况|进展情况|落实情况/,
  ],
  ['first-responsible-person', /第一责任人/],
  [
    'problems',
    /(?:存在|面临|主要|突出|的)[^，。；]{0,6}(?:问题|不足|困难|短板|差距)|(?:问题|不足|短板|差距)[和与及、]|薄弱环节/,
  ],
  [
    'plans',
    /工作(?:打算|计划|安排|思路|设想|谋划|目标)|(?:下一?步|下阶段|今后|来年|明年|下一年|〔来年〕)[^，。；]{0,12}(?:打算|计划|安排|思路|设想|措施|举措|重点|工作|方向)|〔本年〕[^，。；]{0,12}(?:打算|计划|安排|思路|设想)(?!的?(?:完成|落实|执行|推进))|努力方向/,
  ],
];
/** What a report did in its own year: 2024年推进法治政府建设的重点工作 of the report on 2024. */
const DONE = /〔本年〕[^，。；]*(?:措施|举措|做法|重点|工作|情况|进展)/;
const HEADED_YEAR = /(20\d\d|二[〇○零][〇○零一二三四五六七八九十]{2,3})年度?/g;
const PERIOD = /《[^《》]*》|〈[^〈〉]*〉|20\d\d年?[—–\-－~～至]+20\d\d年?/g;

/** Put in place of each year of a heading whether it is the report's own, or one to come. */
function withYearsTold(heading: string, year: number | undefined): string {
  return heading.replace(PERIOD, '').replace(HEADED_YEAR, (printed, numeral: string) => {
    const named = parsePrintedNumber(numeral.replaceAll('○', '〇'));
    if (named === undefined || year === undefined) return `${printed}〔来年〕`;
    return named > year ? '〔来年〕' : '〔本年〕';
  });
}

/** Phrases of a heading that name a role's matter and yet are no such section. */
const NOT_A_ROLE =
  /问题导向|解决[^，。；]{0,8}问题|工作(?:打算|计划|安排)的?(?:制定|落实|完成|执行)|第一责任人[^，。；]{0,4}问责/g;

const LACK = /(?:存在|还有|仍有|尚有|有)[^。；]{0,24}?(?:问题|不足|差距|薄弱|短板|困难)|薄弱环节/;
const NEXT = /下一?步|下阶段|今后|明年|新的一年/;
const INTENT =
  /将(?:会|进一步|继续|深入|认真|按照|以|从|围绕|坚持|全面|切实|紧紧|着力|严格|突出|重点|不断|始终)|计划从|打算|继续(?:加强|深化|推进|完善|做好|坚持|强化|深入)/;

/**
 * Tell what a section is for, apart from what it is about.
 *
 * Headed sections say it in their heading; closing parts have none, so their text is asked:
 * many a report puts its problems and its plans for next year into last paragraphs of their own.
 *
 * @param section `text` holds its own paragraphs; `part` is where it stands in the report
 * @returns at least one role; `body` where there is no other
 */
export function sectionRoles(section: {
  readonly heading: string | null;
  readonly text: string;
  readonly part: Part;
  /** The last year that the report looks back on; a later one in a heading is to come. */
  readonly year?: number | undefined;
}): Role[] {
  if (section.part === 'opening' || section.part === 'attachment') return [section.part];
  const printed = simplified(section.heading ?? '').replace(NOT_A_ROLE, '');
  const heading = withYearsTold(printed, section.year);
  const roles = HEADINGS.filter(([, words]) => words.test(heading)).map(([role]) => role);
  if (roles.length > 0) return roles;
  if (DONE.test(heading)) return ['achievements'];
  if (section.part === 'body') return ['body'];
  const { year } = section;
  const text = simplified(section.text);
  if (LACK.test(text)) roles.push('problems');
  const isNext = NEXT.test(text) || namesYearAfter(text, year);
  if (isNext && INTENT.test(text)) roles.push('plans');
  return roles.length > 0 ? roles : ['closing'];
}

/** Tell whether a text names a year to come; any year, where the report's own is not known. */
function namesYearAfter(text: string, year = 0): boolean {
  return [...text.matchAll(/(20\d\d)年/g)].some(([, named]) => Number(named) > year);
}

/** A theme of a section, and why it is one. */
interface SectionTheme {
  readonly id: string;
  readonly why: {
    readonly by: 'heading' | 'parent' | 'text' | 'editor';
    /** The words found, each once, in their order. */
    readonly words: readonly string[];
  };
}

/** Fewer hits than this, or a smaller share of all themes' hits, and a text shows no theme. */
const ENOUGH = { hits: 3, share: 0.5 };

/**
 * Tell what a section is about.
 *
 * Its heading decides, then its parent's themes, then its own text, where one theme's words
 * outweigh those of all others together; a text that speaks of everything has no theme.
 * A part without a heading (opening, closing) that lies in no themed section has none either.
 *
 * @param section `text` holds its own paragraphs, without its subsections
 * @returns the main theme first
 */
export function sectionThemes(
  themes: readonly Theme[],
  section: {
    readonly heading: string | null;
    readonly text: string;
    readonly parentThemes: readonly SectionTheme[];
  },
): SectionTheme[] {
  const { heading, text, parentThemes } = section;
  const inHeading = themes.flatMap((theme): SectionTheme[] => {
    const words = [...new Set(hits(theme, heading ?? ''))];
    return words.length === 0 ? [] : [{ id: theme.id, why: { by: 'heading', words } }];
  });
  if (inHeading.length > 0) return inHeading;
  if (parentThemes.length > 0)
    return parentThemes.map(({ id, why }) => ({ id, why: { by: 'parent', words: why.words } }));
  return heading === null ? [] : dominantTheme(themes, text);
}

/**
 * List the themes whose words a text holds, as a passage without a heading of its own is sorted:
 * the theme of the most words first, of those alike in table order.
 *
 * @returns their ids; none where the text holds no theme's words
 */
export function textThemes(themes: readonly Theme[], text: string): string[] {
  return themes
    .map((theme) => ({ id: theme.id, count: hits(theme, text).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ id }) => id);
}

function dominantTheme(themes: readonly Theme[], text: string): SectionTheme[] {
  const found = themes.map((theme) => ({ id: theme.id, words: hits(theme, text) }));
  const all = found.reduce((sum, { words }) => sum + words.length, 0);
  return found
    .filter(({ words }) => words.length >= ENOUGH.hits && words.length / all > ENOUGH.share)
    .map(({ id, words }) => ({ id, why: { by: 'text', words: [...new Set(words)] } }));
}

function hits({ finder, exceptions }: Theme, text: string): string[] {
  const looked = exceptions === null ? text : text.replace(exceptions, '□');
  return looked.match(finder) ?? [];
}
