import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Elements that only an attack would bring: none of our pages has them. */
const FOREIGN = new Set([
  ...['iframe', 'object', 'embed', 'base', 'style', 'marquee', 'plaintext', 'frameset', 'frame'],
  ...['math', 'video', 'audio', 'template', 'animate', 'foreignobject', 'portal', 'applet'],
]);
const ADDRESSES = ['href', 'src', 'action', 'formAction', 'data', 'poster', 'xLinkHref', 'srcSet'];

/**
 * Look a page over as a browser takes it apart: for what runs, asks elsewhere, or is no part of ours.
 *
 * @param mark found in what an attack brought
 * @returns a line a fault
 */
export function hostileFaults(html: string, mark: RegExp): string[] {
  const tree: Root = unified().use(rehypeParse).parse(html);
  const faults: string[] = [];
  if ((tree.data as { quirksMode?: boolean } | undefined)?.quirksMode !== false)
    faults.push('is shown in quirks mode');
  visit(tree, 'element', (element: Element) => {
    const { tagName, properties } = element;
    const say = (what: string) => faults.push(`<${tagName}> ${what}`);
    if (FOREIGN.has(tagName) || mark.test(tagName)) say('is none of ours');
    if (tagName === 'script') faults.push(...scriptFaults(element, mark));
    if (tagName === 'meta' && /refresh/i.test(String(properties['httpEquiv']))) say('refreshes');
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === 'style') say(`has ${name}`);
      if (mark.test(name)) say(`has the attribute ${name}`);
      const isLocal = /^(?:https?:\/\/|\/(?!\/)|#|\?|\.{0,2}\/?[\w%])/i.test(String(value));
      const scheme = /^\s*([a-z][a-z0-9+.\t\n-]*):/i.exec(String(value))?.[1]?.toLowerCase();
      if (!ADDRESSES.includes(name) || value === '') continue;
      if (!isLocal || (scheme !== undefined && !/^https?$/.test(scheme)))
        say(`leads to ${String(value).slice(0, 80)}`);
      if (tagName !== 'a' && mark.test(String(value))) say(`loads ${String(value).slice(0, 80)}`);
    }
  });
  return faults;
}

function scriptFaults({ properties, children }: Element, mark: RegExp): string[] {
  const text = children.map((child) => ('value' in child ? child.value : '')).join('');
  if (properties['type'] === 'application/ld+json') {
    try {
      JSON.parse(text);
      return [];
    } catch {
      return ['<script> of data is no JSON'];
    }
  }
  const isOurs = typeof properties['src'] === 'string' && !mark.test(properties['src']);
  return isOurs && text === '' ? [] : ['<script> is none of ours'];
}
