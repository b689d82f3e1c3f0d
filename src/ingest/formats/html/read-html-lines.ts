const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'NOFRAMES',
  'OBJECT',
  'SVG',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
  'DATALIST',
  'CANVAS',
  'AUDIO',
  'VIDEO',
]);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDO',
  'BIG',
  'CITE',
  'CODE',
  'DEL',
  'EM',
  'FONT',
  'I',
  'INS',
  'LABEL',
  'MARK',
  'O:P',
  'Q',
  'RP',
  'RT',
  'RUBY',
  'S',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
  'ST1:CHSDATE',
  'WBR',
  'IMG',
  'INPUT',
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
 * Gives the visible text of a page line by line: blocks, cells of tables and breaks end a line, and
 * so do line ends in preformatted text. Scripts, styles, comments and what is hidden are no text.
 *
 * Elements may be nested as deep as a page likes, so that the walk keeps its own stack.
 *
 * @param content the element that the document is in
 */
export function readHtmlLines(body: Element, content: Element | undefined): HtmlLine[] {
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
  const steps: Step[] = [{ node: body, isInside: false, isInLink: false, isPre: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') {
      step();
      continue;
    }
    const { node, isInside, isInLink, isPre } = step;
    if (node.nodeType === 3) {
      for (const [at, value] of linesOf(node.nodeValue ?? '', isPre).entries()) {
        if (at > 0) end();
        write(value, isInside, isInLink);
      }
      continue;
    }
    if (node.nodeType !== 1) continue;
    const element = node as HTMLElement;
    const tag = element.tagName.toUpperCase();
    if (SKIPPED.has(tag) || isHidden(element)) continue;
    const isBlock = !INLINE.has(tag);
    if (isBlock) end();
    steps.push(() => {
      if (isBlock) end();
      else if (tag === 'A') text.push(' ');
    });
    const below = {
      isInside: isInside || element === content,
      isInLink: isInLink || tag === 'A',
      isPre: isPre || tag === 'PRE',
    };
    for (let child = element.lastChild; child !== null; child = child.previousSibling)
      steps.push({ node: child, ...below });
  }
  end();
  return lines;
}

/** A node to be read, or what is to be done once all below an element was. */
type Step =
  | (() => void)
  | {
      readonly node: Node;
      readonly isInside: boolean;
      readonly isInLink: boolean;
      readonly isPre: boolean;
    };

function linesOf(text: string, isPre: boolean): string[] {
  return isPre ? text.split(/\r?\n/) : [text];
}

function inkOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

function isHidden(element: HTMLElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}
