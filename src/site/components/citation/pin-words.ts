import { type FollowedPin, followPin, type VersionPin } from '../../../citation/version-pin.ts';
import type { Report } from '../../../report/report.ts';

/** What a reader is told of the words that a citation was pinned to. */
interface PinWords {
  readonly text: string;
  /** Whether the words are not, or not surely, those that stand there now. */
  readonly isWarning: boolean;
}

/**
 * Say what became of the words that a citation was pinned to.
 *
 * @param id the address cited; `undefined`: the whole report
 * @param present the present version's number
 */
export function pinWords(
  { state }: Pick<FollowedPin, 'state'>,
  { version }: VersionPin,
  id: string | undefined,
  present: number,
): PinWords {
  if (version > present)
    return { text: `引文注明第${version}版，本库没有：现在是第${present}版。`, isWarning: true };
  const what = id === undefined ? '全文' : `#${id} `;
  const since = version === present ? '' : `，现在是第${present}版`;
  switch (state) {
    case 'same':
      return { text: `引文注明第${version}版${since}，${what}的文字没有改动。`, isWarning: false };
    case 'changed':
      return { text: `引文注明第${version}版${since}，${what}的文字此后有改动。`, isWarning: true };
    case 'gone':
      return { text: `引文注明第${version}版${since}，${what}此后已不在正文里。`, isWarning: true };
    case 'unproved':
      return {
        text: `引文注明第${version}版，但所附校验码与该版${version === present ? '' : '、与现在'}的文字都不符：地址或抄错，或文字在发布后另有变动。`,
        isWarning: true,
      };
  }
}

/** What became of a citation's words, with the version that it names where the site has that. */
export interface FollowedWords extends FollowedPin {
  readonly former: Report | undefined;
}

/**
 * Follow a pinned citation, with the version that it names where that is not the present one.
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
