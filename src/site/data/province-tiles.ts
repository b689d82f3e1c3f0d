import { pageAddress } from '../../report/addresses.ts';
import type { Region } from '../../vocabulary/region/region.ts';
import {
  childrenOf,
  isReportingGovernment,
  provinceOf,
} from '../../vocabulary/region/region-tree.ts';
import { archive } from './built-archive.ts';
import { regions } from './vocabularies.ts';

/**
 * Where each province's tile stands, row by row: about as the provinces lie, and no border drawn.
 * By the first two digits of the code.
 */
const LAYOUT = [
  ['', '', '', '', '', '', '', '', '23'],
  ['65', '', '', '15', '', '', '', '22', ''],
  ['', '62', '64', '14', '13', '11', '12', '21', ''],
  ['54', '63', '61', '41', '37', '', '', '', ''],
  ['', '51', '50', '42', '34', '32', '31', '', ''],
  ['', '53', '52', '43', '36', '33', '', '', ''],
  ['', '', '45', '44', '35', '', '', '', ''],
  ['', '', '', '46', '', '', '', '', ''],
] as const;

/** A province on the map. */
export interface Tile {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly short: string;
  readonly name: string;
  readonly address: string;
  /** Its annual reports of the year. */
  readonly held: number;
  /** Its governments, which owe one each. */
  readonly owed: number;
  readonly late: number;
  /** How much of what is owed is held, in steps from 0 to 4. */
  readonly step: number;
}

/** List the provinces whose governments owe a report. */
export function provincesOwing(): Region[] {
  return childrenOf(regions, null).filter(isReportingGovernment);
}

const owedBy = Map.groupBy(
  [...regions.regions.values()].filter(isReportingGovernment),
  ({ code }) => provinceOf(regions, code)?.code ?? '',
);

/**
 * Lay out the provinces as tiles, each with what is held of it.
 *
 * @param year of one report year; without it, of all years
 */
export function tileMap(year?: number): Tile[] {
  const byCode = new Map(provincesOwing().map((province) => [province.code.slice(0, 2), province]));
  return LAYOUT.flatMap((line, row) =>
    line.flatMap((digits, column): Tile[] => {
      const province = byCode.get(digits);
      if (province === undefined) return [];
      const { code, name } = province;
      const reports = (archive.within.get(code) ?? []).filter(
        (report) => report.kind === 'annual' && (year === undefined || report.year === year),
      );
      const owed = owedBy.get(code)?.length ?? 0;
      const places = new Set(reports.map(({ region }) => region.code)).size;
      const isHeld =
        year !== undefined &&
        archive.byYear.get(year)?.some(({ region }) => region.path[0]?.code === code);
      return [
        {
          row: row + 1,
          column: column + 1,
          short: shortName(name),
          name,
          address:
            year !== undefined && isHeld
              ? pageAddress('yearProvince', year, code)
              : pageAddress('region', code),
          held: reports.length,
          owed,
          late: reports.filter(({ timeliness }) => timeliness.state === 'late').length,
          step: places === 0 ? 0 : Math.min(4, Math.ceil((places / Math.max(1, owed)) * 4)),
        },
      ];
    }),
  );
}

/** 内蒙古自治区 is 内蒙古, 黑龙江省 is 黑龙江. */
function shortName(name: string): string {
  return name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, '');
}
