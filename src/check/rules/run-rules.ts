import type { Message } from '../../report/archive-error.ts';
import type { Archive, CheckedReport, ReportText, Vocabulary } from './checked-archive.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Runs the rules that look at one file as it was written.
 *
 * @returns messages in the order of the rules
 */
export function checkText(report: ReportText, rules: readonly Rule[]): Message[] {
  return rules.flatMap((rule) =>
    rule.scope === 'text' ? toMessages(rule, rule.check(report)) : [],
  );
}

/** Runs the rules that look at one report whose fields and outline are sound. */
export function checkReport(
  report: CheckedReport,
  vocabulary: Vocabulary,
  rules: readonly Rule[],
): Message[] {
  return rules.flatMap((rule) =>
    rule.scope === 'report' ? toMessages(rule, rule.check(report, vocabulary)) : [],
  );
}

/** Runs the rules that look at all reports together. */
export function checkArchive(archive: Archive, rules: readonly Rule[]): Message[] {
  return rules.flatMap((rule) =>
    rule.scope === 'archive' ? toMessages(rule, rule.check(archive)) : [],
  );
}

function toMessages({ code, severity }: Rule, findings: readonly Finding[]): Message[] {
  return findings.map((finding) => ({ ...finding, code, severity }));
}
