import { attributeOf, childrenOf, findBelow, valueBelow } from './word-xml.ts';

/** Whether a text is shown as text of the document. */
export type Showing = 'shown' | 'hidden' | 'struck';

/** Tell whether the text of a run is shown, by its own properties and its styles'. */
export type ReadShowing = (paragraph: Element | undefined, run: Element) => Showing;

/** A property that is on or off in a style; absent where the style does not say. */
type Toggle = 'vanish' | 'strike' | 'dstrike';

/**
 * Read what the styles of a Word document say of showing text (ECMA-376, part 1, 17.7.3): a run's
 * own word counts; else those of its paragraph's style and its own style, of which both together
 * cancel out.
 */
export function readTextStyles(styles: Document | undefined): {
  readonly showing: ReadShowing;
  /** Whether a run is printed small and raised. */
  readonly isRaised: (run: Element) => boolean;
  /** The styles of a table of contents, by id. */
  readonly contents: ReadonlySet<string>;
  /** The styles of titles and headings, by id. */
  readonly headings: ReadonlySet<string>;
} {
  const elements = childrenOf(styles?.documentElement, 'style');
  const byId = new Map(elements.map((style) => [attributeOf(style, 'styleId') ?? '', style]));
  const standard = elements.find(
    (style) => attributeOf(style, 'type') === 'paragraph' && isOn(attributeOf(style, 'default')),
  );
  /** What a style says, or the first that says it of those that it is based on. */
  const ofStyle = <T>(id: string | undefined, read: (style: Element | undefined) => T) => {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = valueBelow(byId.get(at), 'basedOn')) {
      seen.add(at);
      const value = read(byId.get(at));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const isSet = (paragraph: Element | undefined, run: Element, toggle: Toggle): boolean => {
    const own = toggleOf(run, toggle);
    if (own !== undefined) return own;
    const style = valueBelow(paragraph, 'pPr', 'pStyle') ?? attributeOf(standard, 'styleId');
    const [one = false, other = false] = [style, valueBelow(run, 'rPr', 'rStyle')].map((id) =>
      ofStyle(id, (at) => toggleOf(at, toggle)),
    );
    return one !== other;
  };
  const named = (pattern: RegExp): Set<string> =>
    new Set(
      [...byId].flatMap(([id, style]) =>
        pattern.test(valueBelow(style, 'name') ?? '') ? [id] : [],
      ),
    );
  return {
    showing: (paragraph, run) => {
      if (isSet(paragraph, run, 'vanish')) return 'hidden';
      return isSet(paragraph, run, 'strike') || isSet(paragraph, run, 'dstrike')
        ? 'struck'
        : 'shown';
    },
    isRaised: (run) => {
      const position = (owner: Element | undefined) => valueBelow(owner, 'rPr', 'vertAlign');
      const own = position(run) ?? ofStyle(valueBelow(run, 'rPr', 'rStyle'), position);
      return own === 'superscript';
    },
    contents: named(/^toc \d/i),
    headings: named(/^(?:title|subtitle|heading \d|标题)/i),
  };
}

function toggleOf(owner: Element | undefined, toggle: Toggle): boolean | undefined {
  const property = findBelow(owner, 'rPr', toggle);
  return property === undefined ? undefined : isOn(attributeOf(property) ?? 'true');
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off)$/.test(value);
}
