import { z } from 'zod';
import { frontmatterSchema } from '../../report/frontmatter.ts';

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

/** Gives the frontmatter as a JSON Schema, as an editor writes it: fields with a default are optional. */
export function fieldSchema(): FieldSchema {
  return z.toJSONSchema(frontmatterSchema, { io: 'input', reused: 'inline' }) as FieldSchema;
}

/**
 * Finds what the schema says of one field.
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
