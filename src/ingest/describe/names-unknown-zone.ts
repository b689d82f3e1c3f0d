import type { Region, RegionTable } from '../../vocabulary/region/region.ts';
import { resolveRegions } from '../../vocabulary/region/resolve-regions.ts';

const ZONE =
  /^[\p{Script=Han}（）()]{0,12}?(?:高新区|高技术产业开发区|开发区|经开区|新区|新城|示范区|园区|产业园|保税区|管理区|试验区|实验区|度假区|风景区|名胜区|合作区|片区)(?=[党管工综社]|20\d\d|[二２][〇零○]|关于|法治|依法|在|坚持|认真|深入|以|全面|$|[，,\s])/u;

/**
 * Tells whether the words after a place's name go on to a zone in it that the region table does not
 * have: it must not be filed under the place it lies in.
 *
 * @param after the text right after the name
 */
export function namesUnknownZone(after: string, region: Region): boolean {
  return region.level !== 'zone' && ZONE.test(after);
}

/**
 * Tells whether a title or signature is of a zone that the region table does not have, or that it
 * names without its place (经济技术开发区管理委员会).
 *
 * @param head legible
 */
export function isOfUnknownZone(table: RegionTable, head: string): boolean {
  const places = resolveRegions(table, head);
  // 淇水湾示范区 ends as another zone is called for short, and is not that one.
  const isKnown = places.some(
    ({ region, basis, span }) =>
      region.level === 'zone' &&
      (basis !== 'local' || !/\p{Script=Han}/u.test(head[span.start - 1] ?? '')),
  );
  if (isKnown) return false;
  return ZONE.test(head.slice(places[0]?.span.end ?? 0));
}
