import { parse } from 'yaml';
import { z } from 'zod';
import { ArchiveError } from '../../report/archive-error.ts';
import { quantityPattern } from './quantity.ts';

/**
 * Read the list of indicators.
 *
 * @param text YAML as `content/indicators/indicators.yaml` describes it
 * @param file its name, for messages
 * @throws ArchiveError `m-903` where it is no YAML, breaks the schema, names an unknown subject or
 *   holds a pattern without a number or that is no regular expression
 */
export function parseIndicators(text: string, file = 'indicators/indicators.yaml'): Indicators {
  try {
    const { subjects, indicators } = indicatorsSchema.parse(parse(text));
    const of = new Map(
      Object.entries(subjects).flatMap(([subject, words]) => words.map((word) => [word, subject])),
    );
    const words = [...of.keys()].sort((a, b) => b.length - a.length);
    return {
      indicators: indicators.map(({ subject, patterns, not, ...indicator }) => {
        if (subject !== undefined && !(subject in subjects))
          throw new Error(`\`${indicator.id}\` has the unknown subject \`${subject}\``);
        return {
          ...indicator,
          subject,
          patterns: patterns.map(compile),
          not: not.length === 0 ? null : new RegExp(not.join('|'), 'u'),
        };
      }),
      subjects: { finder: new RegExp(words.join('|'), 'gu'), of },
    };
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new ArchiveError(
      {
        location: { file },
        code: 'm-903',
        text: `Unexpected list of indicators (${found}), expected one as its head describes`,
        hint: 'a pattern is a regular expression with one {unit} where the number stands',
      },
      error,
    );
  }
}

/** Between what is counted and its number: a clause's own words, no number, no other clause. */
const GAP = '[^，。；：、\\d]';

function compile(pattern: string): IndicatorPattern {
  const source = pattern
    .replaceAll('~', GAP)
    .replace(/\{([^\d{},]+)\}/u, (_, units: string) => quantityPattern(units));
  if (!source.includes('(?<n>')) throw new Error(`pattern \`${pattern}\` has no {unit}`);
  return { finder: new RegExp(source, 'gu'), needs: plainWords(pattern) };
}

/** The longest words that a pattern cannot do without: looking for them first is far quicker. */
function plainWords(pattern: string): string {
  let bare = pattern.replace(/\[[^\]]*\]|\{[^{}]*\}/g, ' ');
  for (let before = ''; before !== bare; )
    [before, bare] = [bare, bare.replace(/\([^()]*\)/g, ' ')];
  const runs = bare.replace(/.[?*]/gu, ' ').match(/\p{Script=Han}+/gu) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** A sentence that shows what an indicator reads, and is its test. */
const exampleSchema = z.strictObject({
  text: z.string(),
  value: z.number().nullable().describe('`null`: the indicator must read nothing here'),
  unit: z.string().optional(),
  approx: z.enum(['about', 'at-least', 'under']).optional(),
  scope: z.string().optional(),
  period: z.string().optional(),
});

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'lower-case words joined by hyphens'),
  label: z.string(),
  unit: z.string(),
  theme: z.string(),
  subject: z.string().optional().describe('the matter that must be at hand, a key of `subjects`'),
  patterns: z.array(z.string()).min(1),
  not: z.array(z.string()).default([]).describe('words that rule a clause out'),
  examples: z.array(exampleSchema).min(1),
});

/** `content/indicators/indicators.yaml`. */
const indicatorsSchema = z.strictObject({
  version: z.int().positive(),
  subjects: z.record(z.string(), z.array(z.string())),
  indicators: z.array(indicatorSchema).min(1),
});

type IndicatorExample = z.infer<typeof exampleSchema>;

interface IndicatorPattern {
  /** With the groups `n`, the number, and `u`, its unit. */
  readonly finder: RegExp;
  /** Words without which it finds nothing; empty where there are none. */
  readonly needs: string;
}

/** An indicator ready to be looked for. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly theme: string;
  readonly subject: string | undefined;
  readonly patterns: readonly IndicatorPattern[];
  readonly not: RegExp | null;
  readonly examples: readonly IndicatorExample[];
}

export interface Indicators {
  readonly indicators: readonly Indicator[];
  /** Finds the words that tell what a passage speaks of. */
  readonly subjects: { readonly finder: RegExp; readonly of: ReadonlyMap<string, string> };
}
