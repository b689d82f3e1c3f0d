import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { fileAddress, pageAddress } from '../../../../report/addresses.ts';
import { archive } from '../../../data/built-archive.ts';
import { wholeAddress } from '../../../data/links.ts';
import { regionsWithPage } from '../../../data/region-pages.ts';
import { touchedPaths } from '../../../data/touched-pages.ts';
import { feedRows, reportFeed } from '../../../data/xml-files.ts';

export function getStaticPaths() {
  const paths = regionsWithPage().map(({ code, name }) => ({
    params: { code },
    props: { code, name },
  }));
  return touchedPaths(paths, ({ props: { code, name } }) => ({
    address: fileAddress('regionFeed', code),
    shows: [name, feedRows(archive.within.get(code) ?? [])],
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { code, name }, site }) => {
  const reports = archive.within.get(code) ?? [];
  const feed = {
    title: `${name} - 法治政府建设报告库`,
    address: pageAddress('region', code),
    reports,
  };
  return new Response(reportFeed(feed, (address) => wholeAddress(address, site)));
};
