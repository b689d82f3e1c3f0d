import { JSDOM } from 'jsdom';

/** Read a built page as a program does that follows it: without running its scripts. */
export function pageDocument(html: string, url: string): Document {
  return new JSDOM(html, { url }).window.document;
}
