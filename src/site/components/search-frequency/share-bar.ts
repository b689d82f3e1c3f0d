const namespace = 'http://www.w3.org/2000/svg';

/**
 * Draws a share as a bar on the line of the whole; the number stands beside it, so that it says
 * nothing to those who do not see it.
 *
 * @param share of 1
 */
export function shareBar(share: number): SVGSVGElement {
  const bar = make('svg', { class: 'share-bar', 'aria-hidden': 'true', focusable: 'false' });
  bar.append(
    make('rect', { width: '100%', height: '100%', class: 'share-bar-whole' }),
    make('rect', { width: `${(share * 100).toFixed(2)}%`, height: '100%' }),
  );
  return bar;
}

function make<Name extends 'svg' | 'rect'>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
