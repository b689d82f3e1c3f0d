import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { wholeAddress } from '../data/links.ts';
import { siteAddresses } from '../data/site-addresses.ts';
import { sitemapFiles } from '../data/xml-files.ts';

/** A sitemap needs whole addresses: without the site's origin there is none. */
export function getStaticPaths() {
  const { SITE } = import.meta.env;
  if (SITE === undefined) return [];
  return sitemapFiles(siteAddresses(), (address) => wholeAddress(address, new URL(SITE))).map(
    ({ name, text }) => ({ params: { sitemap: name }, props: { text } }),
  );
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
