import { escapeMarkup } from '../../report/escape-markup.ts';

/** Snapshots that a browser would run, by their extension: as a page, and as a tree of elements. */
const PAGE = /\.(?:html?|shtml)$/i;
const TREE = /\.(?:xhtml|xht|xml|svg)$/i;
/** After `<plaintext>` a parser takes everything for text, to the end of the file. */
const BEFORE =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="robots" content="noindex"><title>原文快照：按字符显示，不运行</title><plaintext>\n';
/** How far into a file its own label is looked for, in bytes. */
const LABEL_WITHIN = 4096;

/**
 * Make the files that a snapshot is published as.
 *
 * Opened from a site, an archived page would run its scripts with the archive's own rights, and call
 * its trackers. So its address answers with the snapshot shown as text, on any host, and the bytes as
 * they are lie beside it under a name that no browser runs. The text is UTF-8, whatever the snapshot
 * is in: many hosts say so of every page, and a browser believes them before the page.
 *
 * @param served `source.<ext>`
 * @returns names and what they hold; one file where the format runs nothing in a page
 */
export function publishSnapshot(
  served: string,
  bytes: Uint8Array,
): [name: string, data: Uint8Array][] {
  if (TREE.test(served)) {
    const text = escapeMarkup(
      decode(bytes).text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '�'),
    );
    const tree = new TextEncoder().encode(`<?xml version="1.0"?>\n<snapshot>${text}</snapshot>\n`);
    return [
      [served, tree],
      [rawName(served), bytes],
    ];
  }
  if (!PAGE.test(served)) return [[served, bytes]];
  const { charset, text } = decode(bytes);
  const shown = charset === 'utf-8' ? bytes : new TextEncoder().encode(text);
  return [
    [served, Buffer.concat([new TextEncoder().encode(BEFORE), shown])],
    [rawName(served), bytes],
  ];
}

/** Name the file that has the bytes of a snapshot as they are: `source.html.txt`. */
export function rawName(served: string): string {
  return PAGE.test(served) || TREE.test(served) ? `${served}.txt` : served;
}

function decode(bytes: Uint8Array): { readonly charset: string; readonly text: string } {
  const charset = charsetOf(bytes);
  return { charset, text: new TextDecoder(charset).decode(bytes) };
}

/** Tell whether a file of the site has the bytes of a snapshot under a name that says it is text. */
export function isSnapshotText(file: string): boolean {
  return /(?:^|\/)source\.(?:\w+\.)?txt$/i.test(file);
}

/** Tell the charset of a snapshot by its bytes, in words of HTTP. */
export function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    const label = Buffer.from(bytes.subarray(0, LABEL_WITHIN)).toString('latin1');
    return /charset\s*=\s*["']?\s*big5/i.test(label) ? 'big5' : 'gb18030';
  }
}
