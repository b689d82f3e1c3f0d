import type { CitationOptions, CitationTarget } from './citation.ts';
import {
  citedAddress,
  citedIssuers,
  citedTitle,
  findCitedDate,
  standInNote,
} from './cited-words.ts';

/** Formats a BibTeX entry; names and title are in double braces, so that nothing is taken apart. */
export function formatBibtex(
  target: CitationTarget,
  { origin, accessed }: CitationOptions,
): string {
  const { report, passage } = target;
  const found = findCitedDate(report);
  const date = found?.date;
  const issuers = citedIssuers(report).map((name) => `{${escapeTex(name)}}`);
  const fields = {
    author: issuers.join(' and '),
    title: `{${escapeTex(citedTitle(report))}}`,
    institution: issuers.join(', '),
    year: date?.slice(0, 4),
    date,
    number: report.docNo === null ? undefined : escapeTex(report.docNo),
    url: citedAddress(target, origin),
    urldate: accessed,
    annote: found?.isStandIn ? standInNote : undefined,
    language: 'zh-CN',
    langid: 'chinese',
  };
  const key = ['fazhi', report.id, passage?.id].filter(Boolean).join('-');
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@techreport{${key},\n${lines.join('')}}\n`;
}

function escapeTex(text: string): string {
  const words: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\{}%&#$_~^]/g, (mark) => words[mark] ?? `\\${mark}`);
}
