/**
 * Tells whether a date is a day of the calendar.
 *
 * @param value in the form of a date: `2019-02-30`
 */
export function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
