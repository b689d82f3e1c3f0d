import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { fileAddress, pageAddress } from '../../../../report/addresses.ts';
import { wholeAddress } from '../../../data/links.ts';
import { newsWithin } from '../../../data/new-page.ts';
import { regionsWithPage } from '../../../data/region-pages.ts';
import { touchedPaths } from '../../../data/touched-pages.ts';
import { newsFeed, newsMarks } from '../../../data/xml-files.ts';

export function getStaticPaths() {
  const paths = regionsWithPage().map(({ code, name }) => ({
    params: { code },
    props: { code, name },
  }));
  return touchedPaths(paths, ({ props: { code, name } }) => ({
    address: fileAddress('regionFeed', code),
    shows: [name, newsMarks(newsWithin(code))],
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { code, name }, site }) => {
  const feed = {
    title: `${name} - 法治政府建设报告库`,
    address: pageAddress('region', code),
    self: fileAddress('regionFeed', code),
    news: newsWithin(code),
  };
  return new Response(newsFeed(feed, (address) => wholeAddress(address, site)));
};
