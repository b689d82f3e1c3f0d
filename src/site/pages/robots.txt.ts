import type { APIRoute } from 'astro';
import { fileAddress } from '../../report/addresses.ts';
import { wholeAddress } from '../data/links.ts';

export const GET: APIRoute = ({ site }) => {
  const sitemap =
    site === undefined
      ? ''
      : `\nSitemap: ${wholeAddress(fileAddress('sitemap', 'sitemap-index'), site)}\n`;
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
