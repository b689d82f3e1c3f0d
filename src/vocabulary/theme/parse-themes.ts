import { parse } from 'yaml';
import { z } from 'zod';
import { ArchiveError } from '../../report/archive-error.ts';
import { type Theme, themesSchema } from './theme.ts';

/**
 * Reads the list of themes.
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
        place: { file },
        code: 'm-902',
        text: `Unexpected list of themes (${found}), expected one as its head describes`,
        hint: 'an entry has id, label, task, words, and may have patterns and except',
      },
      error,
    );
  }
}

const literal = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
