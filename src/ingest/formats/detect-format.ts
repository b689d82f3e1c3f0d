export type SourceFormat = 'pdf' | 'docx' | 'mhtml' | 'html' | 'text';

const HEAD = 4096;

/**
 * Tells a source's format by its bytes; a file's name may lie.
 *
 * @returns `text` where nothing else is recognised
 */
export function detectFormat(bytes: Uint8Array): SourceFormat {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'docx';
  if (isMultipart(head)) return 'mhtml';
  const plain = head.replace(/\0/g, '');
  return /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<(?:div|p|table|span|article)[\s>][\s\S]*<\/(?:div|p|table|span|article)>/i.test(
    plain,
  )
    ? 'html'
    : 'text';
}

/** Whether a file begins as a message of several parts does: so browsers save a page as one file. */
function isMultipart(head: string): boolean {
  const fields = head.split(/\r?\n\r?\n/)[0] ?? '';
  return /^MIME-Version:/im.test(fields) && /^Content-Type:\s*multipart\/related/im.test(fields);
}
