import type { CitationOptions, CitationTarget } from './citation.ts';
import { citedAddress, citedIssuers, citedTitle, findCitedDate } from './cited-words.ts';
import { sectionWords } from './format-sentence.ts';

/** Formats CSL-JSON: a list of one item, as reference managers take it. */
export function formatCsl(target: CitationTarget, { origin, accessed }: CitationOptions): string {
  const { report, passage } = target;
  const date = findCitedDate(report)?.date;
  const issuers = citedIssuers(report);
  const item = {
    id: ['fazhi', report.id, passage?.id].filter(Boolean).join('-'),
    type: 'report',
    title: citedTitle(report),
    author: issuers.map((literal) => ({ literal })),
    publisher: issuers.join('、'),
    number: report.docNo ?? undefined,
    section: passage && sectionWords(passage.sections),
    issued: date && cslDate(date),
    accessed: accessed && cslDate(accessed),
    URL: citedAddress(target, origin),
    language: 'zh-CN',
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function cslDate(date: string): { 'date-parts': number[][] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}
