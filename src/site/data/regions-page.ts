import { pageAddress } from '../../report/addresses.ts';
import { childrenOf } from '../../vocabulary/region/region-tree.ts';
import { archive } from './archive.ts';
import type { PageHead } from './page-head.ts';
import { regions } from './vocabulary.ts';

/** A province with the places in it of which the archive holds reports. */
export interface ProvinceEntry {
  readonly name: string;
  readonly address: string;
  readonly count: number;
  readonly below: readonly {
    readonly name: string;
    readonly address: string;
    readonly count: number;
  }[];
}

export interface RegionsPage {
  readonly head: PageHead;
  readonly provinces: readonly ProvinceEntry[];
  readonly absent: readonly string[];
}

/** Builds the page of all regions: provinces, and under each what lies in it. */
export function regionsPage(): RegionsPage {
  const entry = ({ code, name }: { code: string; name: string }) => ({
    name,
    address: pageAddress('region', code),
    count: archive.within.get(code)?.length ?? 0,
  });
  const provinces = childrenOf(regions, null);
  const held = provinces.filter(({ code }) => archive.within.has(code));
  return {
    head: {
      title: '地区',
      description: '按省、市、县查法治政府建设报告。',
      address: pageAddress('regions'),
      crumbs: [],
    },
    provinces: held.map((province) => ({
      ...entry(province),
      below: childrenOf(regions, province.code)
        .filter(({ code }) => archive.within.has(code))
        .map(entry),
    })),
    absent: provinces.filter(({ code }) => !archive.within.has(code)).map(({ name }) => name),
  };
}
