import type { CitationOptions, CitationTarget } from './citation.ts';
import { citedAddress, citedIssuers, citedTitle, findCitedDate } from './cited-words.ts';
import { sectionWords } from './format-sentence.ts';

/**
 * Formats CSL-JSON: a list of one item, as reference managers take it.
 *
 * The issuer is the author and is not given again as publisher, which the styles of GB/T 7714 would
 * print in place of the day.
 */
export function formatCsl(target: CitationTarget, { origin, accessed }: CitationOptions): string {
  const { report, passage } = target;
  const found = findCitedDate(report);
  const item = {
    id: ['fazhi', report.id, passage?.id].filter(Boolean).join('-'),
    type: 'report',
    title: citedTitle(report),
    author: citedIssuers(report).map((literal) => ({ literal })),
    number: report.docNo ?? undefined,
    section: passage && sectionWords(passage.sections),
    issued: found && { ...cslDate(found.date), ...(found.isStandIn ? { circa: true } : {}) },
    accessed: accessed && cslDate(accessed),
    URL: citedAddress(target, origin),
    language: 'zh-CN',
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function cslDate(date: string): { 'date-parts': number[][] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}
