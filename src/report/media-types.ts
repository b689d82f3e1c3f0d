import { extname } from 'node:path';

const TEXT: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html'],
  ['.htm', 'text/html'],
  ['.md', 'text/markdown'],
  ['.txt', 'text/plain'],
  ['.css', 'text/css'],
  ['.csv', 'text/csv'],
  ['.js', 'text/javascript'],
  ['.mjs', 'text/javascript'],
  ['.bib', 'application/x-bibtex'],
  ['.ris', 'application/x-research-info-systems'],
  ['.svg', 'image/svg+xml'],
  ['.xml', 'application/xml'],
]);

/** JSON is UTF-8 by its standard and its types take no charset. */
const JSON_TYPES: ReadonlyMap<string, string> = new Map([
  ['.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['.json', 'application/json'],
  ['.jsonl', 'application/jsonl'],
  ['.webmanifest', 'application/manifest+json'],
]);

const BINARY: ReadonlyMap<string, string> = new Map([
  ['.doc', 'application/msword'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.gz', 'application/gzip'],
  ['.ico', 'image/x-icon'],
  ['.jpg', 'image/jpeg'],
  ['.mhtml', 'multipart/related'],
  ['.pdf', 'application/pdf'],
  ['.png', 'image/png'],
  ['.wasm', 'application/wasm'],
  ['.webp', 'image/webp'],
  ['.zip', 'application/zip'],
]);

/** What a file is sent as. */
export interface MediaType {
  /** The whole `Content-Type`. */
  readonly contentType: string;
  /** Whether compressing it on the way is worth the while. */
  readonly compressible: boolean;
}

/**
 * Tell the media type of a file by its name.
 *
 * Pagefind's own files (`.pf_index`, `.pagefind`, …) are compressed already, and like all that is
 * not named here go out as bytes.
 *
 * @param path a file path or name
 * @returns the type with its charset where the type takes one
 */
export function getMediaType(path: string): MediaType {
  const extension = extname(path).toLowerCase();
  const text = TEXT.get(extension);
  if (text !== undefined) {
    return { contentType: `${text}; charset=utf-8`, compressible: true };
  }
  const json = JSON_TYPES.get(path.toLowerCase().endsWith('.csl.json') ? '.csl.json' : extension);
  if (json !== undefined) return { contentType: json, compressible: true };
  const contentType = BINARY.get(extension) ?? 'application/octet-stream';
  return { contentType, compressible: extension === '.wasm' };
}
