import type { Report } from './report.ts';

/**
 * Names the snapshot as it is served beside its report.
 *
 * @returns `source.<ext>`; `undefined` where the snapshot's furniture names a private person: it is
 *   kept then, and not served
 */
export function findServedSource({ source }: Pick<Report, 'source'>): string | undefined {
  if (source.omitted.some(({ masked }) => masked)) return undefined;
  return `source${/\.[a-z0-9]+$/i.exec(source.file)?.[0] ?? ''}`;
}
