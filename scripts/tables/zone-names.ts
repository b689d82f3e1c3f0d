/** What a zone is called where its name ends so: a short form, used with and without its place. */
const KINDS: readonly (readonly [ending: RegExp, short: readonly string[]])[] = [
  [/高新?技术(产业)?(开发区|园区)$/, ['高新区']],
  [/经济(技术)?开发区$/, ['经开区', '开发区']],
  [/城乡一体化示范区$/, ['示范区']],
  [/工业园区$/, ['工业园区']],
  [/新区$/, ['新区']],
];

/**
 * Derives the usual short names of a zone from its full name.
 *
 * @param place short name of the prefecture it lies in
 * @param province short name of the province, which some names begin with (河南三门峡经济开发区)
 * @returns `names` hold anywhere, `local` only near the place
 */
export function zoneNames(
  name: string,
  place: string,
  province: string,
): { names: string[]; local: string[] } {
  const names = new Set<string>();
  const bare = name.startsWith(province) && province !== place ? name.slice(province.length) : name;
  if (bare !== name) names.add(bare);
  const own = bare.replace(new RegExp(`^${place}市?`), '');
  if (own !== bare) names.add(place + own).add(`${place}市${own}`);
  const local = new Set<string>();
  if (own !== bare && own.length >= 2) local.add(own);
  for (const [ending, shorts] of KINDS) {
    // Only 济南 + 高新技术产业开发区 is 济南高新区; 净月高新技术产业开发区 is another one's.
    if (own === bare || own.replace(ending, '') !== '' || own === shorts[0]) continue;
    for (const short of shorts) {
      names.add(place + short);
      local.add(short);
    }
  }
  names.delete(name);
  return { names: [...names], local: [...local] };
}
