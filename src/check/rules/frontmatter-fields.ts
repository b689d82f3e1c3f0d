import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Location } from '../../report/archive-error.ts';
import { frontmatterSchema } from '../../report/frontmatter.ts';
import type { ReportText } from './rule.ts';

/**
 * Find where in its file a field of the frontmatter stands.
 *
 * The frontmatter is parsed a second time for this, with locations, which is slow: only a file with a fault needs it.
 *
 * @param path the field's keys and indexes, outermost first: `['source', 'omitted', 2, 'line']`
 * @param at whether the name or the value of the field is meant
 * @returns the location of the innermost part that is there; the first line where none is
 */
export function locateField(
  { file, text, bodyLine }: ReportText,
  path: readonly PropertyKey[],
  at: 'name' | 'value' = 'value',
): Location {
  const counter = new LineCounter();
  const yaml = text.split('\n').slice(1, bodyLine - 1);
  const end = yaml.findLastIndex((line) => line.trimEnd() === '---');
  const document = parseDocument(yaml.slice(0, end).join('\n'), { lineCounter: counter });
  let node: Node | null = document.contents;
  let offset: number | undefined;
  for (const [index, key] of path.entries()) {
    const isLast = index === path.length - 1;
    const pair = isMap<Node, Node | null>(node)
      ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const next = pair?.value ?? itemOf(node, key);
    const found = isLast && at === 'name' ? pair?.key : (next ?? pair?.key);
    if (found?.range == null) break;
    offset = found.range[0];
    node = next ?? null;
  }
  if (offset === undefined) return { file, line: 1 };
  const { line, col } = counter.linePos(offset);
  return { file, line: line + 1, column: col };
}

function itemOf(node: Node | null, key: PropertyKey): Node | undefined {
  if (node === null || typeof key !== 'number' || !('items' in node)) return undefined;
  const item: unknown = Array.isArray(node.items) ? node.items[key] : undefined;
  return isNode(item) ? item : undefined;
}

function isNode(item: unknown): item is Node {
  return typeof item === 'object' && item !== null && 'range' in item;
}

/** What JSON Schema says of a value; only the parts that are read here. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  readonly propertyNames?: FieldSchema;
  readonly additionalProperties?: FieldSchema | boolean;
  readonly anyOf?: readonly FieldSchema[];
}

/** Give the frontmatter as a JSON Schema, as an editor writes it: fields with a default are optional. */
export function fieldSchema(): FieldSchema {
  return z.toJSONSchema(frontmatterSchema, { io: 'input', reused: 'inline' }) as FieldSchema;
}

/**
 * Find what the schema says of one field.
 *
 * @param path keys and indexes, outermost first
 * @returns `undefined` where the schema has no such field
 */
export function findFieldSchema(path: readonly PropertyKey[]): FieldSchema | undefined {
  let schema: FieldSchema | undefined = fieldSchema();
  for (const key of path) {
    const whole: FieldSchema | undefined =
      schema?.anyOf?.find(({ type }) => type !== 'null') ?? schema;
    schema = typeof key === 'number' ? whole?.items : whole?.properties?.[String(key)];
  }
  return schema;
}

/**
 * Tell whether a date is a day of the calendar.
 *
 * @param value in the form of a date: `2019-02-30`
 */
export function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
