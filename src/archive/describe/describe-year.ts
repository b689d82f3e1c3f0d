import type { Found } from './description.ts';
import { findYears } from './find-years.ts';
import { outsideQuotes } from './outside-quotes.ts';

export interface YearEvidence {
  readonly title: { readonly text: string; readonly basis: 'document' | 'page' } | undefined;
  readonly body: readonly string[];
  readonly published: string | undefined;
  readonly signed: string | undefined;
}

const OPENING = 3;

/**
 * Finds the year a document reports on or plans for.
 *
 * In order: the title, the opening of the text, a heading on the next year's plans, the years the
 * text names most, the date of signing or publication.
 */
export function describeYear({
  title,
  body,
  published,
  signed,
}: YearEvidence): Found<number> | undefined {
  const [titled] = findYears(outsideQuotes(title?.text ?? ''));
  if (title !== undefined && titled !== undefined)
    return { value: titled, basis: title.basis, confidence: 0.98, evidence: title.text };

  const dated = signed ?? published;
  for (const paragraph of body.slice(0, OPENING)) {
    const opened = /^(?:在)?(20\d\d)年(?:度|来|以来|是|，|,|[\p{Script=Han}])/u.exec(
      outsideQuotes(paragraph),
    )?.[1];
    if (opened === undefined) continue;
    const value = Number(opened);
    const isPlausible = dated === undefined || [0, 1].includes(Number(dated.slice(0, 4)) - value);
    return {
      value,
      basis: 'document',
      confidence: isPlausible ? 0.9 : 0.55,
      evidence: paragraph.slice(0, 30),
    };
  }
  const plan = body.find(
    (line) => line.length < 40 && /20\d\d年.{0,6}(?:打算|计划|安排|思路|重点)/u.test(line),
  );
  const [next] = plan === undefined ? [] : findYears(plan);
  if (plan !== undefined && next !== undefined)
    return { value: next - 1, basis: 'inferred', confidence: 0.75, evidence: plan };

  const counts = new Map<number, number>();
  for (const year of findYears(outsideQuotes(body.join('\n'))))
    counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (most !== undefined && (dated === undefined || Number(dated.slice(0, 4)) - most[0] <= 1))
    return {
      value: most[0],
      basis: 'document',
      confidence: dated !== undefined && most[1] > 1 ? 0.7 : most[1] > 2 ? 0.65 : 0.5,
      evidence: `${most[0]}年 ×${most[1]}`,
    };
  if (dated === undefined) return undefined;
  const isEarly = Number(dated.slice(5, 7)) <= 6;
  return {
    value: Number(dated.slice(0, 4)) - (isEarly ? 1 : 0),
    basis: 'inferred',
    confidence: isEarly ? 0.55 : 0.3,
    evidence: dated,
  };
}
