/** Text that is sent as UTF-8, and says so. */
const TEXT: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.jsonl': 'application/jsonl',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.bib': 'application/x-bibtex',
  '.ris': 'application/x-research-info-systems',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** JSON is UTF-8 by its standard, and its types take no charset. */
const JSON_TYPES: Readonly<Record<string, string>> = {
  '.csl.json': 'application/vnd.citationstyles.csl+json',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.webmanifest': 'application/manifest+json',
};

/** What is compressed already, or gains little. */
const BINARY: Readonly<Record<string, string>> = {
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.gif': 'image/gif',
  '.gz': 'application/gzip',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.mhtml': 'multipart/related',
  '.parquet': 'application/vnd.apache.parquet',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.tif': 'image/tiff',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.zip': 'application/zip',
};

/** What a file of the site is. */
export interface MediaType {
  /** The type alone: `text/csv`. */
  readonly type: string;
  /** The whole `Content-Type`: `text/csv; charset=utf-8`. */
  readonly contentType: string;
  /** Whether it gets smaller on the way when it is compressed. */
  readonly isCompressible: boolean;
}

/**
 * Return the media type of a file by its name. What is not in the tables is bytes: so are
 * Pagefind's own files (`.pf_index`, `.pagefind`), which are compressed already.
 *
 * @param path a file path, name or address
 */
export function getMediaType(path: string): MediaType {
  const name = path.toLowerCase();
  const extension = name.endsWith('.csl.json')
    ? '.csl.json'
    : (/\.[a-z0-9_]+$/.exec(name)?.[0] ?? '');
  const text = TEXT[extension];
  if (text !== undefined)
    return { type: text, contentType: `${text}; charset=utf-8`, isCompressible: true };
  const json = JSON_TYPES[extension];
  if (json !== undefined) return { type: json, contentType: json, isCompressible: true };
  const type = BINARY[extension] ?? 'application/octet-stream';
  return { type, contentType: type, isCompressible: extension === '.wasm' };
}
