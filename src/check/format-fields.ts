import { allRules, readingFaults } from './rules/all-rules.ts';
import { type FieldSchema, fieldSchema } from './rules/frontmatter-fields.ts';

/** Formats `docs/fields.md`: what a report file holds, and what the check asks of it. */
export function formatDocument(): string {
  return `# Fields and rules

Made by \`npm run fields\` from the schema and the rules; the tests fail where it is stale.

## Fields of a report file

The frontmatter of \`content/reports/<year>/<code>-<name>.md\`. Dates and codes stand in quotes. A field that is not needed is left out where it has no value.

${formatFields()}

## Rules of the check

\`npm run check\` runs them over the content; an error fails it, a warning does not. Families: \`m\` metadata, \`s\` structure, \`t\` typography and characters, \`w\` the whole archive. Each rule has its folder in \`src/check/rules/\`, with what is right, what is wrong and what it then says.

${formatRules()}
`;
}

/** A field of the frontmatter, told in words. */
interface Field {
  /** Its name with those it lies in: `source.omitted[].line`. */
  readonly name: string;
  readonly holds: string;
  readonly isRequired: boolean;
  readonly says: string;
}

/** Format the fields of a report file's frontmatter as a Markdown table, from their schema. */
export function formatFields(): string {
  const rows = fieldsOf(fieldSchema(), '').map(({ name, holds, isRequired, says }) =>
    formatRow([`\`${name}\``, holds, isRequired ? 'yes' : '', says]),
  );
  return [formatRow(['field', 'holds', 'needed', 'says']), '|---|---|---|---|', ...rows].join('\n');
}

/** Format a row of a Markdown table. */
export function formatRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function fieldsOf(schema: FieldSchema, prefix: string): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = prefix + key;
    const isRequired = schema.required?.includes(key) ?? false;
    const own = { name, holds: holds(field), isRequired, says: field.description ?? '' };
    return [own, ...fieldsOf(field, `${name}.`), ...fieldsOf(field.items ?? {}, `${name}[].`)];
  });
}

/** Say in words what a schema lets through. */
function holds(schema: FieldSchema): string {
  const { anyOf, type, items, pattern, propertyNames, additionalProperties } = schema;
  if (anyOf !== undefined) return anyOf.map(holds).join(' or ');
  if (typeof type === 'object') return type.map((one) => TYPES[one] ?? one).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(', ');
  if (pattern !== undefined) return PATTERNS[pattern] ?? `text like \`${pattern}\``;
  if (items !== undefined)
    return items.properties === undefined ? `list of ${holds(items)}` : 'list';
  if (propertyNames?.enum !== undefined && typeof additionalProperties === 'object')
    return `for each of ${propertyNames.enum.map((word) => `\`${word}\``).join(', ')}: ${holds(additionalProperties)}`;
  return TYPES[type ?? ''] ?? '';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
  null: 'nothing',
  object: 'fields',
};

const PATTERNS: Readonly<Record<string, string>> = {
  '^\\d{4}-\\d{2}-\\d{2}$': "date in quotes: `'2019-04-12'`",
  '^[0-9a-f]{64}$': '64 hexadecimal digits',
};

/** Format what the check asks of the content as a Markdown table, by code. */
export function formatRules(): string {
  const rows = [
    ...allRules.map(({ code, name, severity, describe }) => ({
      code,
      cells: [`[${code}](../src/check/rules/${code}-${name}/rule.ts)`, severity, describe],
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
