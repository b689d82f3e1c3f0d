import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** What a page's own styles say of an element that its text depends on. */
export type Declarations = Readonly<Record<string, string>>;

/** Gives the styles of elements, and what they print before them. */
export interface PageStyles {
  /** @param above the elements around it, the nearest last */
  readonly of: (element: Element, above: readonly Element[]) => Declarations;
  readonly before: (element: Element, above: readonly Element[]) => Declarations;
}

/** A part of a selector: `p.a`; what it has to be and how it stands to the part before. */
interface Compound {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly isChild: boolean;
}

interface Rule {
  /** The element itself comes last. */
  readonly selector: readonly Compound[];
  readonly isBefore: boolean;
  readonly weight: number;
  readonly declarations: Declarations;
}

/** Properties that change which text is seen; all others are passed over. */
const PROPERTIES =
  /^(?:display|visibility|opacity|font-size|text-decoration|text-decoration-line|list-style|list-style-type|counter-reset|counter-increment|content)$/;
/** More rules than a page needs are those of a whole site. */
const MOST_RULES = 2_000;
const COMPOUND = /^([a-z][\w:-]*|\*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i;

/**
 * Read the styles that stand in a page itself: plain selectors only, elements, classes, ids and what
 * they stand in. A page's other files are not at hand, and what scripts do is not known.
 */
export function readPageStyles(page: Root): PageStyles {
  const rules: Rule[] = [];
  visit(page, 'element', (element) => {
    if (element.tagName !== 'style') return;
    const css = element.children
      .map((child) => (child.type === 'text' ? child.value : ''))
      .join('');
    for (const rule of readRules(css)) if (rules.length < MOST_RULES) rules.push(rule);
  });
  rules.sort((a, b) => a.weight - b.weight);
  const own = rules.filter(({ isBefore }) => !isBefore);
  const before = rules.filter(({ isBefore }) => isBefore);
  const gather = (among: readonly Rule[], element: Element, above: readonly Element[]) =>
    Object.assign(
      {},
      ...among
        .filter(({ selector }) => isSelected(selector, element, above))
        .map(({ declarations }) => declarations),
    );
  return {
    of: (element, above) => {
      const inline = String(element.properties['style'] ?? '');
      const ofPage = own.length === 0 ? {} : gather(own, element, above);
      return inline === '' ? ofPage : { ...ofPage, ...readDeclarations(inline) };
    },
    before: (element, above) => (before.length === 0 ? {} : gather(before, element, above)),
  };
}

function* readRules(css: string): Generator<Rule> {
  const plain = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '');
  // A rule in a condition is passed over: whether it holds is not known.
  const top = plain.replace(/@[\w-]+[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/g, '');
  for (const [, selectors = '', body = ''] of top.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = readDeclarations(body);
    if (Object.keys(declarations).length === 0) continue;
    for (const text of selectors.split(',')) {
      const isBefore = /::?before\s*$/i.test(text);
      const selector = readSelector(text.replace(/::?before\s*$/i, '').trim());
      if (selector === undefined) continue;
      const weight = selector.reduce(
        (sum, { tag, id, classes }) =>
          sum +
          (id === undefined ? 0 : 10_000) +
          classes.length * 100 +
          (tag === undefined ? 0 : 1),
        0,
      );
      yield { selector, isBefore, weight, declarations };
    }
  }
}

function readSelector(text: string): Compound[] | undefined {
  const parts: Compound[] = [];
  let isChild = false;
  for (const part of text.replace(/\s*>\s*/g, ' > ').split(/\s+/)) {
    if (part === '>') {
      isChild = true;
      continue;
    }
    const found = COMPOUND.exec(part);
    if (found === null || part === '') return undefined;
    const [, tag, names = ''] = found;
    parts.push({
      tag: tag === undefined || tag === '*' ? undefined : tag.toLowerCase(),
      id: /#([^.#]+)/.exec(names)?.[1],
      classes: [...names.matchAll(/\.([^.#]+)/g)].map(([, name = '']) => name),
      isChild,
    });
    isChild = false;
  }
  return parts;
}

function readDeclarations(body: string): Declarations {
  const found = body.split(';').flatMap((part): [string, string][] => {
    const colon = part.indexOf(':');
    const name = part.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim();
    if (!PROPERTIES.test(name)) return [];
    return [[name === 'list-style' ? 'list-style-type' : name.replace(/-line$/, ''), value]];
  });
  return Object.fromEntries(found);
}

function isSelected(
  selector: readonly Compound[],
  element: Element,
  above: readonly Element[],
): boolean {
  const own = selector.at(-1);
  if (own === undefined || !isCompound(own, element)) return false;
  let at = above.length - 1;
  let isChild = own.isChild;
  for (const compound of selector.slice(0, -1).reverse()) {
    if (isChild) {
      const parent = above[at--];
      if (parent === undefined || !isCompound(compound, parent)) return false;
    } else {
      while (at >= 0 && !isCompound(compound, above[at])) at--;
      if (at-- < 0) return false;
    }
    isChild = compound.isChild;
  }
  return true;
}

function isCompound({ tag, id, classes }: Compound, element: Element | undefined): boolean {
  if (element === undefined || (tag !== undefined && tag !== element.tagName)) return false;
  const { className, id: ownId } = element.properties;
  if (id !== undefined && id !== ownId) return false;
  const own = Array.isArray(className) ? className.map(String) : [];
  return classes.every((name) => own.includes(name));
}
