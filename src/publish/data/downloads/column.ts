/** A column of a download: one table makes its head, its rows and its schema. */
export interface Column<Row> {
  readonly name: string;
  /** As Table Schema names types. */
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'array' | 'object';
  readonly title: string;
  readonly value: (row: Row) => unknown;
}
