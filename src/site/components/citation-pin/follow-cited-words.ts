import { type FollowedPin, followPin, type VersionPin } from '../../../citation/version-pin.ts';
import type { Report } from '../../../report/report.ts';

/** What became of a citation's words, with the version that it names where the site has that. */
export interface FollowedWords extends FollowedPin {
  readonly former: Report | undefined;
}

/**
 * Follows a pinned citation, with the version that it names where that is not the present one.
 *
 * @param fetchReport gives the `report.json` below an address; `undefined` where there is none
 * @param address the report's: the version's lies below it
 */
export async function followCitedWords(
  pin: VersionPin,
  id: string | undefined,
  present: Report,
  fetchReport: (address: string) => Promise<Report | undefined>,
  address: string,
): Promise<FollowedWords> {
  const isFormer = pin.version < present.version;
  const former = isFormer ? await fetchReport(`${address}v${pin.version}/`) : undefined;
  return { ...followPin(pin, id, present, former), former };
}
