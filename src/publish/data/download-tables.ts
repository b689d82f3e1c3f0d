import { z } from 'zod';
import { type Report, reportSchema } from '../../report/report.ts';
import type { Column } from './downloads/column.ts';

const types = new Set(['string', 'integer', 'number', 'array', 'object']);

/** What `reports.jsonl` says of each report: the fields of `report.json`, as its schema has them. */
export const reportColumns: readonly Column<Report>[] = Object.entries(reportSchema.shape).map(
  ([name, schema]) => ({
    name,
    type: typeOf(schema),
    title: schema.description ?? name,
    value: (report) => report[name as keyof Report],
  }),
);

/** The type of what is not null. */
function typeOf(schema: z.ZodType): Column<Report>['type'] {
  const { type, anyOf } = z.toJSONSchema(schema);
  const given = type ?? anyOf?.map((one) => Object(one).type).find((one) => types.has(one));
  return types.has(`${given}`) ? (given as Column<Report>['type']) : 'string';
}
