import { z } from 'zod';

/** A sentence that shows what an indicator reads, and is its test. */
const exampleSchema = z.strictObject({
  text: z.string(),
  value: z.number().nullable().describe('`null`: the indicator must read nothing here'),
  unit: z.string().optional(),
  approx: z.enum(['about', 'at-least', 'under']).optional(),
  scope: z.string().optional(),
  period: z.string().optional(),
});

export const indicatorSchema = z.strictObject({
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
export const indicatorsSchema = z.strictObject({
  version: z.int().positive(),
  subjects: z.record(z.string(), z.array(z.string())),
  indicators: z.array(indicatorSchema).min(1),
});

export type IndicatorExample = z.infer<typeof exampleSchema>;

export interface IndicatorPattern {
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
