import { z } from 'zod';

/** One theme: what it is called and the words by which a heading shows it. */
export const themeSchema = z.strictObject({
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
export const themesSchema = z.strictObject({
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
