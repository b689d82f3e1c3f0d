import { parse } from 'yaml';
import { z } from 'zod';
import { ArchiveError } from '../../report/archive-error.ts';

/**
 * Read the list of themes.
 *
 * @param text YAML as `content/themes/themes.yaml` describes it
 * @param file its name, for messages
 * @returns the themes in the order of the list, which ranks those of a section
 * @throws ArchiveError `m-902` where it is no YAML, breaks the schema, repeats an id or holds a
 *   pattern that is no regular expression
 */
export function parseThemes(text: string, file = 'themes/themes.yaml'): Theme[] {
  try {
    const { themes } = themesSchema.parse(parse(text));
    const repeated = themes.find(({ id }, i) => themes.findIndex((one) => one.id === id) !== i);
    if (repeated !== undefined) throw new Error(`theme \`${repeated.id}\` is there twice`);
    return themes.map(({ patterns, except, ...theme }) => ({
      ...theme,
      finder: new RegExp([...patterns, ...theme.words.map(literal)].join('|'), 'gu'),
      exceptions: except.length === 0 ? null : new RegExp(except.map(literal).join('|'), 'gu'),
    }));
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new ArchiveError(
      {
        location: { file },
        code: 'm-902',
        text: `Unexpected list of themes (${found}), expected one as its head describes`,
        hint: 'an entry has id, label, task, words, and may have patterns and except',
      },
      error,
    );
  }
}

const literal = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** One theme: what it is called and the words by which a heading shows it. */
const themeSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'lower-case words joined by hyphens'),
  label: z.string(),
  task: z
    .strictObject({ '2015-2020': z.string().nullable(), '2021-2025': z.string().nullable() })
    .describe('the task of each national outline that it answers to'),
  words: z.array(z.string().min(2)).min(1),
  patterns: z.array(z.string()).default([]),
  except: z.array(z.string()).default([]),
});

/** `content/themes/themes.yaml`. */
const themesSchema = z.strictObject({
  version: z.int().positive(),
  themes: z.array(themeSchema).min(1),
});

/** A theme ready to be looked for. */
export interface Theme {
  readonly id: string;
  readonly label: string;
  readonly task: Readonly<Record<'2015-2020' | '2021-2025', string | null>>;
  readonly words: readonly string[];
  /** Finds the words and patterns, all of them. */
  readonly finder: RegExp;
  /** Finds the phrases that do not count. */
  readonly exceptions: RegExp | null;
}
