import type { Departure } from '../report/anchor/anchor-record.ts';
import { reportAddress } from '../report/report-id.ts';
import { latestCode } from '../vocabulary/region/latest-code.ts';
import type { RegionTable } from '../vocabulary/region/region.ts';

/** A report that is no longer at its address, and what became of it. */
export interface DepartedReport {
  readonly id: string;
  readonly departed: Departure;
}

/** An address that leads to another; both without origin and base path. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Lists every address that now leads elsewhere: reports that moved, and places whose code changed.
 * All forms of redirect a host can take are made of this one list.
 *
 * @param hasPage whether the site has a page at an address; nothing leads to where there is none,
 *   or away from where there is one
 */
export function listRedirects(
  departed: readonly DepartedReport[],
  regions: RegionTable,
  hasPage: (address: string) => boolean,
): Redirect[] {
  const reports = departed.flatMap(({ id, departed: departure }) =>
    departure.kind === 'moved'
      ? [{ from: reportAddress(id), to: finalAddress(departure.to, departed) }]
      : [],
  );
  const places = [...regions.regions.keys()]
    .map((code) => ({ code, latest: latestCode(regions, code) }))
    .filter(({ code, latest }) => code !== latest)
    .map(({ code, latest }) => ({
      from: pageAddress('region', code),
      to: pageAddress('region', latest),
    }));
  return [...reports, ...places].filter(({ from, to }) => hasPage(to) && !hasPage(from));
}

/** Follows a report that moved more than once, so that no reader is sent on twice. */
function finalAddress(id: string, departed: readonly DepartedReport[]): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const next = departed.find((one) => one.id === at)?.departed;
    if (next?.kind !== 'moved') break;
    at = next.to;
  }
  return reportAddress(at);
}
