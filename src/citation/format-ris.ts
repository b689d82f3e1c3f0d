import type { CitationOptions, CitationTarget } from './citation.ts';
import {
  citedAddress,
  citedIssuers,
  citedTitle,
  findCitedDate,
  standInNote,
} from './cited-words.ts';

/** Formats a RIS record, one tag a line, with the closing `ER  - `. */
export function formatRis(target: CitationTarget, { origin, accessed }: CitationOptions): string {
  const { report } = target;
  const found = findCitedDate(report);
  const date = found?.date;
  const issuers = citedIssuers(report);
  const tags: (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'RPRT'],
    ...issuers.map((name) => ['AU', name] as const),
    ['TI', citedTitle(report)],
    ['PY', date?.slice(0, 4)],
    ['DA', date && risDate(date)],
    ['LA', 'zh-CN'],
    ['PB', issuers.join(', ')],
    ['UR', citedAddress(target, origin)],
    ['Y2', accessed && risDate(accessed)],
    ['N1', found?.isStandIn ? standInNote : undefined],
    ['ER', ''],
  ];
  return tags
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${value}\n`)
    .join('');
}

function risDate(date: string): string {
  return `${date.replace(/-/g, '/')}/`;
}
