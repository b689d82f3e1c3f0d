import { fileAddress, pageAddress } from '../../report/addresses.ts';
import { getMediaType } from '../../report/media-types.ts';
import { archive } from './built-archive.ts';
import { wholeAddress } from './links.ts';
import { news } from './new-page.ts';

type JsonLd = Readonly<Record<string, unknown>>;

const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';
const NAME = '法治政府建设报告库';

/** Describe the archive as a schema.org `WebSite`, with the address that its search is asked at. */
export function websiteJsonLd(site: URL | undefined): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: NAME,
    url: wholeAddress(pageAddress('home'), site),
    inLanguage: 'zh-CN',
    potentialAction: {
      '@type': 'SearchAction',
      target: `${wholeAddress(pageAddress('search'), site)}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  };
}

/** Describe the downloads as a schema.org `Dataset`. */
export function datasetJsonLd(site: URL | undefined): JsonLd {
  const [last, first] = [archive.years[0], archive.years.at(-1)];
  const file = (name: string) => ({
    '@type': 'DataDownload',
    name,
    encodingFormat: getMediaType(name).type,
    contentUrl: wholeAddress(fileAddress('dataFile', name), site),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${NAME}：数据`,
    description: `中国县级以上人民政府法治政府建设年度报告 ${archive.reports.length} 份的全文、自然段、观测值和收录情况，各连到原文。`,
    url: wholeAddress(pageAddress('data'), site),
    inLanguage: 'zh-CN',
    license: CC0,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: NAME },
    temporalCoverage: first === undefined ? undefined : `${first}/${last}`,
    spatialCoverage: { '@type': 'Place', name: '中国' },
    dateModified: news.find(({ date }) => date !== null)?.date ?? undefined,
    distribution: [
      ...[
        'reports.jsonl',
        'paragraphs.jsonl',
        'reports.csv',
        'observations.csv',
        'coverage.csv',
      ].map(file),
      ...['reports', 'paragraphs', 'observations', 'coverage'].flatMap((name) =>
        archive.years.map((year) => file(`${name}/${year}.parquet`)),
      ),
    ],
  };
}
