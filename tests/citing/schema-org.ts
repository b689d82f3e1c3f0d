import { createRequire } from 'node:module';

/** A node of an expanded JSON-LD document. */
export type ExpandedNode = Readonly<Record<string, readonly unknown[]>>;

interface Options {
  readonly documentLoader: (url: string) => Promise<{ document: unknown; documentUrl: string }>;
  readonly base: string;
  readonly safe: boolean;
}

const jsonld: {
  expand: (document: unknown, options: Options) => Promise<readonly ExpandedNode[]>;
  toRDF: (
    document: unknown,
    options: Options & { readonly format: 'application/n-quads' },
  ) => Promise<string>;
} = createRequire(import.meta.url)('jsonld');

const property = (name: string, type: string) => ({
  '@id': `http://schema.org/${name}`,
  '@type': type,
});
/** What schema.org's own context says of the properties whose values are no plain strings. */
const context = {
  '@vocab': 'http://schema.org/',
  ...Object.fromEntries(
    ['url', 'isBasedOn', 'sdLicense'].map((name) => [name, property(name, '@id')]),
  ),
  ...Object.fromEntries(
    ['datePublished', 'dateCreated'].map((name) => [
      name,
      property(name, 'http://schema.org/Date'),
    ]),
  ),
};

const options = (base: string): Options => ({
  base,
  // Anything that would be dropped on the way is an error.
  safe: true,
  documentLoader: async (url) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`No context at ${url}`);
    return { document: { '@context': context }, documentUrl: url };
  },
});

/** Expand JSON-LD as a search engine does, with schema.org's context. */
export function expandJsonLd(document: unknown, base: string): Promise<readonly ExpandedNode[]> {
  return jsonld.expand(document, options(base));
}

/** Give what JSON-LD states, a triple a line. */
export async function triplesOf(document: unknown, base: string): Promise<string[]> {
  const text = await jsonld.toRDF(document, { ...options(base), format: 'application/n-quads' });
  return text.split('\n').filter((line) => line !== '');
}
