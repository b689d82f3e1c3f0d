import type { z } from 'zod';
import { closestWord } from '../../../report/closest-word.ts';
import { frontmatterSchema } from '../../../report/frontmatter.ts';
import { findFieldSchema, locateField } from '../frontmatter-fields.ts';
import type { Finding, ReportText, TextRule } from '../rule.ts';

const QUOTES = 'put it in quotes: YAML takes dates and codes without quotes for something else';
const FIELDS = 'docs/fields.md lists the fields and what they hold';

/** Each field is known, is there where it must be, and holds what it should. */
export const fields: TextRule = {
  code: 'm-002',
  name: 'fields',
  severity: 'error',
  scope: 'text',
  describe:
    'Each field of the frontmatter is known, is there where it must be, and is well formed.',
  check: (report) => {
    const parsed = frontmatterSchema.safeParse(report.data);
    return parsed.success ? [] : parsed.error.issues.flatMap((issue) => findings(report, issue));
  },
};

function findings(report: ReportText, issue: z.core.$ZodIssue): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(findFieldSchema(issue.path)?.properties ?? {});
    return issue.keys.map((key) => unknownField(report, [...issue.path, key], known));
  }
  const name = `\`${nameOf(issue.path)}\``;
  const location = locateField(report, issue.path);
  const value = valueAt(report.data, issue.path);
  const expected = expectation(issue);
  if (value === undefined)
    return [
      { location, text: `Unexpected absence of ${name}, expected ${expected}`, hint: FIELDS },
    ];
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    return [
      { location, text: `Unexpected ${name} without quotes, expected \`'${day}'\``, hint: QUOTES },
    ];
  }
  const isBareText = typeof value === 'number' && expected === 'text';
  const text = `Unexpected ${name} ${shown(value)}, expected ${isBareText ? `\`'${value}'\`` : expected}`;
  return [{ location, text, hint: isBareText ? QUOTES : hintFor(issue) }];
}

function unknownField(report: ReportText, path: PropertyKey[], known: readonly string[]): Finding {
  const closest = closestWord(String(path.at(-1)), known);
  const expected = closest === undefined ? 'a field of the schema' : `\`${closest}\``;
  return {
    location: locateField(report, path, 'name'),
    text: `Unexpected field \`${nameOf(path)}\`, expected ${expected}`,
    hint: FIELDS,
  };
}

/** Say what a field should hold; schemas that ask for a form say it in their own message. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return issue.values.map((word) => `\`${String(word)}\``).join(' or ');
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  return issue.message;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'fields of its own',
  record: 'a word a field',
};

/** Name a field as an editor would: `source.omitted.2.line`. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function hintFor(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('a date')
    ? 'write four digits of year, two of month and day, in quotes'
    : FIELDS;
}

function shown(value: unknown): string {
  if (value === null) return 'without a value';
  if (Array.isArray(value)) return 'as a list';
  if (typeof value === 'object') return 'with fields of its own';
  return `\`${String(value)}\``;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) value = Object(value)[key];
  return value;
}
