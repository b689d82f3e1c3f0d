import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { fileAddress } from '../../report/addresses.ts';
import { escapeMarkup } from '../../report/escape-markup.ts';
import { wholeAddress } from '../data/links.ts';
import { sitemapParts } from '../data/site-addresses.ts';

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap needs whole addresses: without the site's origin there is none. */
export function getStaticPaths() {
  if (import.meta.env.SITE === undefined) return [];
  const parts = sitemapParts();
  const index = {
    tag: 'sitemapindex',
    entry: 'sitemap',
    addresses: parts.map(({ name }) => fileAddress('sitemap', name)),
  };
  return [
    { params: { sitemap: 'sitemap-index' }, props: index },
    ...parts.map(({ name, addresses }) => ({
      params: { sitemap: name },
      props: { tag: 'urlset', entry: 'url', addresses },
    })),
  ];
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { tag, entry, addresses }, site }) => {
  const entries = addresses.map(
    (address) => `<${entry}><loc>${escapeMarkup(wholeAddress(address, site))}</loc></${entry}>`,
  );
  const body = `<${tag} ${namespace}>\n${entries.join('\n')}\n</${tag}>\n`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
};
