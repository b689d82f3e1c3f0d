import PostalMime from 'postal-mime';
import { decodeText } from '../decode-text.ts';
import type { Extracted } from '../extracted.ts';
import { extractHtml } from './read-html.ts';
import { webAddress } from './saved-from.ts';

/**
 * Gives the text of a page that a browser saved as one file (MHTML), that of its frames below it,
 * and the address it was saved from.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `i-001`, `i-003`
 */
export async function extractMhtml(bytes: Uint8Array, file: string): Promise<Extracted> {
  const { html = '', headers } = await PostalMime.parse(bytes);
  const { text } = decodeText(Buffer.from(html), file);
  const said = (name: string) => headers.find(({ key }) => key === name)?.value;
  const saved = said('snapshot-content-location') ?? said('content-location');
  const extracted = extractHtml(text, file);
  return { ...extracted, url: webAddress(saved) ?? extracted.url, extension: 'mhtml' };
}
