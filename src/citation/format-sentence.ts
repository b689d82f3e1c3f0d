import type { Section } from '../report/report.ts';
import {
  type CitationOptions,
  type CitationTarget,
  type CitedReport,
  citedAddress,
} from './citation.ts';
import type { Passage } from './passage.ts';

const MUNICIPALITIES = ['110000', '120000', '310000', '500000'];

/**
 * Format words with what they are from, to be put into running text.
 *
 * @example 「……」(周口市川汇区2019年度报告,一(五),第6段,https://…/r/411602/2019/#p6)
 */
export function formatSentence(target: CitationTarget, { origin }: CitationOptions): string {
  const { report, passage, quote } = target;
  const parts = [
    reportWords(report),
    ...(passage === undefined ? [] : passageWords(passage)),
    citedAddress(target, origin),
  ];
  return `${quote ? `「${quote.replace(/\s+/gu, ' ').trim()}」` : ''}(${parts.join(',')})`;
}

/**
 * Name the numbers under which a passage stands, as printed: `一(五)`, `二(六)30`.
 *
 * @returns the opening, a closing part and an unnumbered heading by words
 */
export function sectionWords(sections: readonly Section[]): string {
  return sections
    .map(({ id, label, heading }, depth) => {
      if (label !== null) return label.normalize('NFKC').replace(/[\s、.,:。]+$/u, '');
      if (heading !== null) return `${depth === 0 ? '' : ' '}「${heading}」`;
      return id === 's0' ? '开头' : '结尾';
    })
    .join('');
}

function passageWords({ id, sections, paragraph, point, row, note }: Passage): string[] {
  return [
    sectionWords(sections),
    ...(point === undefined ? [] : [`第${/\d+[a-z]*$/.exec(id)?.[0]}点`]),
    ...(paragraph === undefined
      ? []
      : [`第${paragraph.id.slice(1)}段${row === undefined ? '' : `第${row}行`}`]),
    ...(note === undefined ? [] : [`注${note.id.slice(1)}`]),
  ];
}

function reportWords(report: CitedReport): string {
  const { kind, year, issuer, title } = report;
  if (kind === 'other') return `${issuer}《${title}》`;
  const who = kind === 'department' ? issuer : regionWords(report.region);
  return `${who}${year}年度${kind === 'plan' ? '计划' : '报告'}`;
}

/** Name a region by prefecture and county: the province is left out, but for the municipalities. */
function regionWords({ code, path, name, level }: CitedReport['region']): string {
  const isSaidByName = (step: string): boolean =>
    level === 'zone' && name !== step && name.startsWith(step.replace(/[市州盟]$/u, ''));
  const names = path
    .filter((step) => step.code === code || isKept(step.code))
    .map((step) => step.name)
    .filter((step) => !isSaidByName(step));
  return names.length === 0 ? name : names.join('');
}

function isKept(code: string): boolean {
  return !code.endsWith('0000') || MUNICIPALITIES.includes(code);
}
