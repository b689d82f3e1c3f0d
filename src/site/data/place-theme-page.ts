import { pageAddress } from '../../report/addresses.ts';
import type { Region } from '../../vocabulary/region/region.ts';
import { regionPath } from '../../vocabulary/region/region-tree.ts';
import { archive } from './archive.ts';
import { themedSections } from './archive-index.ts';
import type { PageHead } from './page-head.ts';
import { type SectionRow, sectionRow } from './section-row.ts';
import { regions } from './vocabulary.ts';

export interface PlaceThemePage {
  readonly head: PageHead;
  readonly place: string;
  readonly label: string;
  /** Every report of the place, also one that has no section of the theme. */
  readonly years: readonly {
    readonly year: number;
    readonly title: string;
    readonly address: string;
    readonly sections: readonly SectionRow[];
  }[];
}

/** Builds the page that follows one theme of one place through the years. */
export function placeThemePage(
  region: Region,
  theme: { readonly id: string; readonly label: string },
): PlaceThemePage {
  const own = archive.byPlace.get(region.code) ?? [];
  return {
    head: {
      title: `${region.name}历年${theme.label}`,
      description: `${region.name}历年法治政府建设报告中关于「${theme.label}」的部分。`,
      address: pageAddress('regionTheme', region.code, theme.id),
      crumbs: [
        { label: '地区', address: pageAddress('regions') },
        ...regionPath(regions, region.code).map(({ code, name }) => ({
          label: name,
          address: pageAddress('region', code),
        })),
      ],
    },
    place: region.name,
    label: theme.label,
    years: own.map((report) => ({
      year: report.year,
      title: report.title,
      address: report.url,
      sections: themedSections(report.sections)
        .filter(([id]) => id === theme.id)
        .map(([, section]) => sectionRow({ report, section })),
    })),
  };
}
