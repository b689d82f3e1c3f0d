import type { Theme } from './theme.ts';

/** A theme of a section, and why it is one. */
export interface SectionTheme {
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
 * Tells what a section is about.
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
