import type { Region, RegionTable } from './region.ts';
import { isWithin } from './region-tree.ts';

/** A region that a host name may belong to. */
export interface HostCandidate {
  readonly region: Region;
  /** The part of the host that says so. */
  readonly label: string;
  readonly confidence: number;
}

const SUFFIX = /(?:\.gov)?(?:\.(?:cn|com|net|org))+$/;
/** First letters of a city and a county of it: seldom chance, but never sure. */
const LETTERS_OF_TWO = 0.5;
/** So much less sure is a spelling that a smaller region has too. */
const NAMESAKE = 0.7;
const KIND_LETTERS: Readonly<Record<string, string>> = { q: '区', x: '县', s: '市' };
const KINDS = ['sheng', 'shi', 'xian', 'qu', 'zhou', 'qi', 'zf', 'gov', 'rmzf'];

/**
 * List the regions that a host name spells, the surest first.
 *
 * Hosts are a weak witness: they are spelled in full (hebi.gov.cn), by first letters
 * (qqhr.gov.cn), after the province's letters (ahtlyaq), and belong to departments too.
 * A label that another label's region contains (huaiyin.jinan.gov.cn) is told apart by it.
 *
 * @param host a host name: `www.hebi.gov.cn`
 * @param within code of a region known to contain it
 */
export function resolveHost(table: RegionTable, host: string, within?: string): HostCandidate[] {
  const labels = host.toLowerCase().replace(/:\d+$/, '').replace(SUFFIX, '').split('.');
  const read = labels.filter((label) => label !== 'www').map((label) => readLabel(table, label));
  const chosen = read.flatMap((candidates) => {
    // Another label's region, or the known one, tells namesakes apart; a label tells nothing of its own.
    const others = read
      .filter((other) => other !== candidates)
      .map(greatest)
      .flatMap((other) => (other.length === 1 ? other.map(({ region }) => region.code) : []));
    for (const anchor of within === undefined ? others : [within, ...others]) {
      const inside = candidates.filter(
        ({ region }) => anchor !== region.code && isWithin(table, region.code, anchor),
      );
      if (inside.length > 0) return share(inside, 1.15);
    }
    const chosen = greatest(candidates);
    return share(chosen, hasNamesake(chosen, candidates) ? NAMESAKE : 1);
  });
  // The lowest region named is the one the host is of: chuanhui.zhoukou.gov.cn.
  const parents = new Set(
    chosen.flatMap(({ region }) =>
      chosen
        .map((one) => one.region.code)
        .filter((code) => code !== region.code && isWithin(table, region.code, code)),
    ),
  );
  return chosen
    .filter(({ region }) => !parents.has(region.code))
    .sort((a, b) => b.confidence - a.confidence);
}

/** Whether a smaller region of the same kind is spelled alike: jian is 吉安市 and 集安市. */
function hasNamesake(chosen: readonly HostCandidate[], all: readonly HostCandidate[]): boolean {
  const [only] = chosen;
  if (only === undefined || chosen.length > 1) return false;
  const { region } = only;
  const isLike = ({ region: other }: HostCandidate) =>
    other !== region && other.name !== region.name && other.name.at(-1) === region.name.at(-1);
  return all.some(isLike);
}

function share(candidates: readonly HostCandidate[], factor: number): HostCandidate[] {
  return candidates.map((candidate) => ({
    ...candidate,
    confidence: Math.min(0.9, (candidate.confidence * factor) / candidates.length),
  }));
}

/** Regions that one label spells: in full first; then with its kind or its province's letters. */
function readLabel(table: RegionTable, label: string): HostCandidate[] {
  const { bySpelling } = table.names;
  const spelled = bySpelling.get(label) ?? [];
  const inFull = spelled.filter((region) => region.initials !== label);
  const candidate = (confidence: number) => (region: Region) => ({ region, label, confidence });
  if (inFull.length > 0) return inFull.map(candidate(0.8));

  for (const kind of KINDS) {
    if (!label.endsWith(kind)) continue;
    const bare = bySpelling.get(label.slice(0, -kind.length)) ?? [];
    const named = bare.filter((region) => `${region.pinyin}${kind}` === label);
    if (named.length > 0) return named.map(candidate(0.75));
  }

  const withProvince: HostCandidate[] = [];
  for (const [letters, regions] of provinceLetters(table)) {
    const rest = label.startsWith(letters) ? label.slice(letters.length) : '';
    for (const region of bySpelling.get(rest) ?? [])
      if (regions.some(({ code }) => code !== region.code && isWithin(table, region.code, code)))
        withProvince.push({ region, label, confidence: region.pinyin === rest ? 0.75 : 0.4 });
  }
  if (withProvince.length > 0) {
    const best = Math.max(...withProvince.map(({ confidence }) => confidence));
    return withProvince.filter(({ confidence }) => confidence === best);
  }
  if (spelled.length > 0) return spelled.map(candidate(0.3));
  const ofCity = withCity(table, label);
  if (ofCity.length > 0) return ofCity.map(candidate(LETTERS_OF_TWO));
  // lzcgq: a county's kind may have its letter too.
  const kind = KIND_LETTERS[label.at(-1) ?? ''];
  if (kind === undefined) return [];
  return withCity(table, label.slice(0, -1))
    .filter(({ name }) => name.endsWith(kind))
    .map(candidate(LETTERS_OF_TWO));
}

/** Counties whose label begins with the letters of their city: hzxh is 杭州's 西湖. */
function withCity(table: RegionTable, label: string): Region[] {
  const { bySpelling } = table.names;
  const found = new Set<Region>();
  for (let at = 1; at < label.length; at++)
    for (const city of bySpelling.get(label.slice(0, at)) ?? [])
      for (const region of bySpelling.get(label.slice(at)) ?? [])
        if (region.parent === city.code && city.level === 'prefecture') found.add(region);
  return [...found];
}

/** Of regions spelled alike, those of the highest level: zhongshan is 中山市 before its namesakes. */
function greatest(candidates: readonly HostCandidate[]): readonly HostCandidate[] {
  for (const level of ['province', 'prefecture'] as const) {
    const found = candidates.filter(({ region }) => region.level === level);
    if (found.length > 0) return found;
  }
  return candidates;
}

function provinceLetters(table: RegionTable): Map<string, Region[]> {
  const letters = new Map<string, Region[]>();
  for (const code of table.children.get('') ?? []) {
    const province = table.regions.get(code);
    for (const spelling of province?.spellings ?? [])
      if (province !== undefined)
        letters.set(spelling, [...(letters.get(spelling) ?? []), province]);
  }
  return letters;
}
