/** A document as it came over the network. */
export interface Capture {
  /** Where it was published. */
  readonly url: string;
  /** The day on which it was captured, `2023-03-01`; absent where nothing tells it. */
  readonly retrieved: string | undefined;
  readonly bytes: Uint8Array;
}

/** What was captured and is no document, and why it is passed over. */
export interface PassedOver {
  readonly url: string;
  readonly why: string;
}

/** Bounds of a web archive: of its parts, and of what they unpack to, in bytes. */
export const MOST_CAPTURES = 10_000;
export const LARGEST_CAPTURE = 100_000_000;
export const LARGEST_WHOLE = 1_000_000_000;

const DOCUMENT =
  /^(?:text\/(?:html|plain|rtf)|application\/(?:xhtml\+xml|pdf|x-pdf|ofd|rtf|msword|wps-office\.\w+|vnd\.ms-works|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text))/i;
const NAMED = /\.(?:s?html?|pdf|ofd|docx?|wps|odt|rtf|txt)$/i;
const PARTS = /(?:^|\/)(?:robots\.txt|favicon\.ico)$/i;

/** Whether a response is a document that a report may stand in: by its type, else by its name. */
export function isDocument(url: string, type: string | undefined): boolean {
  const { pathname } = new URL(url);
  if (PARTS.test(pathname)) return false;
  if (type === undefined || /octet-stream|force-download|x-download/i.test(type))
    return NAMED.test(pathname);
  return DOCUMENT.test(type);
}
