import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Elements whose text is not seen, or is no text of the page. */
const SKIPPED = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'iframe', 'noframes', 'object', 'svg'],
  ...['select', 'textarea', 'button', 'datalist', 'canvas', 'audio', 'video'],
]);
/** Elements that end no line. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdo', 'big', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'label'],
  ...['mark', 'o:p', 'q', 'rp', 'rt', 'ruby', 's', 'small', 'span', 'strike', 'strong', 'sub'],
  ...['sup', 'time', 'u', 'st1:chsdate', 'wbr', 'img', 'input'],
]);

/** A line of a page as it is seen. */
export interface HtmlLine {
  readonly text: string;
  /** Whether it stands in the document's own element. */
  readonly isContent: boolean;
  /** Whether it is nothing but a link. */
  readonly isLink: boolean;
}

/**
 * Return the visible text of a page line by line: blocks, cells of tables and breaks end a line, and
 * so do line ends in preformatted text. Scripts, styles, comments and what is hidden are no text.
 *
 * Elements may be nested as deep as a page likes, so that the walk keeps its own stack.
 *
 * @param content the element that the document is in
 */
export function readHtmlLines(page: Root, content: Element | undefined): HtmlLine[] {
  const lines: HtmlLine[] = [];
  let text: string[] = [];
  let links = 0;
  let isContent = false;
  const end = () => {
    const line = text
      .join('')
      .replace(/[\n\r\t ]+/g, ' ')
      .replace(/^ | $/g, '');
    if (line !== '')
      lines.push({ text: line, isContent, isLink: links > 0 && links >= inkOf(line) });
    text = [];
    links = 0;
  };
  const write = (value: string, isInside: boolean, isInLink: boolean) => {
    if (value.trim() !== '' && text.every((part) => part.trim() === '')) isContent = isInside;
    text.push(value);
    if (isInLink) links += inkOf(value);
  };
  const outside = { isInside: false, isInLink: false, isPre: false };
  // What the root itself says of being seen counts for nothing: scripts put it right.
  const top = page.children.flatMap((node) => (node.type === 'element' ? node.children : []));
  const steps: Step[] = top.map((node) => ({ node, ...outside })).reverse();
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') {
      step();
      continue;
    }
    const { node, isInside, isInLink, isPre } = step;
    if (node.type === 'text') {
      for (const [at, value] of (isPre ? node.value.split(/\r?\n/) : [node.value]).entries()) {
        if (at > 0) end();
        write(value, isInside, isInLink);
      }
      continue;
    }
    if (node.type !== 'element' || SKIPPED.has(node.tagName) || isHidden(node)) continue;
    const { tagName, children } = node;
    const isBlock = !INLINE.has(tagName);
    if (isBlock) end();
    steps.push(() => {
      if (isBlock) end();
      else if (tagName === 'a') text.push(' ');
    });
    const below = {
      isInside: isInside || node === content,
      isInLink: isInLink || tagName === 'a',
      isPre: isPre || tagName === 'pre',
    };
    for (const child of children.toReversed()) steps.push({ node: child, ...below });
  }
  end();
  return lines;
}

/** A node to be read, or what is to be done once all below an element was. */
type Step =
  | (() => void)
  | {
      readonly node: RootContent | ElementContent;
      readonly isInside: boolean;
      readonly isInLink: boolean;
      readonly isPre: boolean;
    };

function inkOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

function isHidden({ properties: { hidden, style } }: Element): boolean {
  return (
    hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ''))
  );
}
