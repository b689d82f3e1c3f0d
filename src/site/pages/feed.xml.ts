import type { APIRoute } from 'astro';
import { fileAddress, pageAddress } from '../../report/addresses.ts';
import { wholeAddress } from '../data/links.ts';
import { news } from '../data/new-page.ts';
import { newsFeed } from '../data/xml-files.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    newsFeed(
      {
        title: '法治政府建设报告库',
        address: pageAddress('home'),
        self: fileAddress('feed'),
        news: news.filter(({ kind }) => kind === 'report'),
      },
      (address) => wholeAddress(address, site),
    ),
  );
