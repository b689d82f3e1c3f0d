/** The form of a report's address. */
export const REPORT_FORM = '/r/<code>/<document>/';

/**
 * Return a report's address by its parts: all that the search client needs of the addresses.
 * @param code its region's code
 * @param document what follows the code in its id
 */
export function reportPath(code: string, document: string): string {
  return REPORT_FORM.replace('<code>', () => code).replace('<document>', () => document);
}
