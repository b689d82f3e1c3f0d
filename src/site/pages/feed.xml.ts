import type { APIRoute } from 'astro';
import { pageAddress } from '../../report/addresses.ts';
import { archive } from '../data/built-archive.ts';
import { wholeAddress } from '../data/links.ts';
import { reportFeed } from '../data/xml-files.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    reportFeed(
      { title: '法治政府建设报告库', address: pageAddress('home'), reports: archive.reports },
      (address) => wholeAddress(address, site),
    ),
  );
