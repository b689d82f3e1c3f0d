import type { ThemeDecision } from '../../report/frontmatter.ts';
import type { Section } from '../../report/report.ts';
import { sectionRoles } from './section-roles.ts';
import { type SectionTheme, sectionThemes } from './section-themes.ts';
import type { Theme } from './theme.ts';

/**
 * Says of every section of a report what it is for and what it is about.
 *
 * @param sections the addressed tree
 * @param decisions an editor's themes for single sections, which stand in place of the machine's
 *   and are inherited like them
 * @returns the same tree with `roles` and `themes` filled in
 */
export function describeSections(
  sections: readonly Section[],
  themes: readonly Theme[],
  decisions: readonly ThemeDecision[] = [],
): Section[] {
  const decided = new Map(decisions.map(({ section, themes: ids }) => [section, ids]));
  const describe = (section: Section, parentThemes: readonly SectionTheme[]): Section => {
    const { id, heading } = section;
    const text = section.paragraphs.map((paragraph) => paragraph.text).join('\n');
    const editors = decided.get(id)?.map((theme) => ({ id: theme, why: EDITOR }));
    const found = editors ?? sectionThemes(themes, { heading, text, parentThemes });
    return {
      ...section,
      roles: sectionRoles({ heading, text, place: place(id) }),
      themes: found.map((theme) => theme.id),
      sections: section.sections.map((child) => describe(child, found)),
    };
  };
  return sections.map((section) => describe(section, []));
}

const EDITOR: SectionTheme['why'] = { by: 'editor', words: [] };

/** Where a section stands, by its address: `s0` is the opening, `c1`, `c2` … are closing parts. */
function place(id: string): 'opening' | 'closing' | 'body' {
  if (id === 's0') return 'opening';
  return /^c\d+$/.test(id) ? 'closing' : 'body';
}
