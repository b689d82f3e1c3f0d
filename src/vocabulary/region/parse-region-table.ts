import { ArchiveError } from '../../report/archive-error.ts';
import { levelSchema, regionSchema } from '../../report/report.ts';
import type { Region, RegionTable } from './region.ts';
import { regionNames } from './region-names.ts';

/**
 * Read the region table: tab-separated rows as `content/regions/regions.tsv` describes them.
 *
 * @param text the file's text
 * @param file its name, for messages
 * @throws ArchiveError `m-901` where a row has no code, no name, an unknown level or scheme,
 *   or is there twice
 */
export function parseRegionTable(text: string, file = 'regions/regions.tsv'): RegionTable {
  const rows = new Map<string, string[]>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const row = line.split('\t');
    const [code = '', name, level, scheme] = row;
    if (!code || rows.has(code) || !name || !levels.has(level) || !schemes.has(scheme || undefined))
      throw new ArchiveError({
        location: { file, line: i + 1 },
        code: 'm-901',
        text: `Unexpected row \`${line}\`, expected a new code, a name, a level and a known scheme`,
        hint: 'the columns are described at the head of the file; make it again by its script',
      });
    rows.set(code, row);
  }

  const regions = new Map<string, Region>();
  const children = new Map<string, string[]>();
  for (const [code, row] of rows) {
    const region = toRegion(code, row, rows);
    regions.set(code, region);
    if (region.until !== null) continue;
    const siblings = children.get(region.parent ?? '');
    if (siblings === undefined) children.set(region.parent ?? '', [code]);
    else siblings.push(code);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => rank(a) - rank(b));
  return { regions, children, names: regionNames([...regions.values()]) };
}

const levels: ReadonlyMap<string | undefined, Region['level']> = new Map(
  levelSchema.options.map((level) => [level, level]),
);
/** An empty cell is the standard's own code. */
const schemes: ReadonlyMap<string | undefined, Region['scheme']> = new Map([
  [undefined, 'gbt2260'],
  ...regionSchema.shape.scheme.options.map((scheme) => [scheme, scheme] as const),
]);

/** Zones stand after the counties; otherwise the order of the file, which is that of the codes. */
const rank = (code: string): number => (/^zone-|^\d{4}7\d$/.test(code) ? 1 : 0);

function toRegion(code: string, row: readonly string[], all: ReadonlyMap<string, unknown>): Region {
  const [, name = '', level, scheme, parent, spelling = '', names, local, until, to] = row;
  const [syllables = '', ...others] = spelling.split(',');
  return {
    code,
    name,
    level: levels.get(level) ?? 'county',
    scheme: schemes.get(scheme) ?? 'gbt2260',
    parent: parent || impliedParent(code, all),
    pinyin: syllables.replaceAll(' ', ''),
    initials: syllables.replace(/(\S)\S*\s*/g, '$1'),
    spellings: others,
    aliases: words(names),
    localNames: words(local),
    until: until ? Number(until) : null,
    successors: words(to),
    validity: row[10] === 'known' ? 'known' : 'unknown',
  };
}

/** The nearest prefix of a code that is a region: filler rows are no rows, and so stepped over. */
function impliedParent(code: string, all: ReadonlyMap<string, unknown>): string | null {
  for (const prefix of [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])
    if (prefix !== code && all.has(prefix)) return prefix;
  return null;
}

const words = (cell: string | undefined): string[] => (cell ? cell.split(' ') : []);
