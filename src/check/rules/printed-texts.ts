import type { PrintedText } from './checked-archive.ts';

const FIELDS = ['title', 'altTitles', 'issuer', 'addressee', 'cc', 'signature', 'docNo'];

/**
 * Lists all that a report file holds of printed text; omitted lines are kept verbatim, and not in it.
 *
 * @param data the frontmatter as YAML gave it
 * @param content the Markdown below it
 * @param bodyLine the 1-based line on which that starts
 */
export function printedTexts(data: unknown, content: string, bodyLine: number): PrintedText[] {
  const fields = FIELDS.flatMap((field) => {
    const value: unknown = Object(data)[field];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((text, index) => {
      const path = Array.isArray(value) ? [field, index] : [field];
      return typeof text === 'string' ? [{ text, field: path, line: undefined }] : [];
    });
  });
  const lines = content.split('\n').flatMap((text, index) => {
    return text === '' ? [] : [{ text, field: undefined, line: bodyLine + index }];
  });
  return [...fields, ...lines];
}
