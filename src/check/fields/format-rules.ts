import { allRules } from '../rules/all-rules.ts';
import { readingFaults } from '../rules/reading-faults.ts';
import { formatRow } from './format-fields.ts';

/** Formats what the check asks of the content as a Markdown table, by code. */
export function formatRules(): string {
  const rows = [
    ...allRules.map(({ code, name, severity, describe }) => ({
      code,
      cells: [`[${code}](../src/archive/rules/${code}-${name}/rule.ts)`, severity, describe],
    })),
    ...readingFaults.map(({ code, severity, describe }) => ({
      code,
      cells: [code, severity, describe],
    })),
  ]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ cells }) => formatRow(cells));
  return [formatRow(['code', 'severity', 'what must be so']), '|---|---|---|', ...rows].join('\n');
}
