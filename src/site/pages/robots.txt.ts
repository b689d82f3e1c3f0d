import type { APIRoute } from 'astro';
import { wholeAddress } from '../data/whole-address.ts';

export const GET: APIRoute = ({ site }) => {
  const sitemap =
    site === undefined ? '' : `\nSitemap: ${wholeAddress('/sitemap-index.xml', site)}\n`;
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
