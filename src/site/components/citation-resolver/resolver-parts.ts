/** What a part of the answer is made of; text goes in as text, never as markup. */
export type Content = string | Node;

/** Makes an element of the answer. */
export function element(name: string, ...content: Content[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** Makes what a reader should not overlook. */
export function warning(...content: Content[]): HTMLElement {
  const made = element('p', ...content);
  made.className = 'citation-warning';
  return made;
}
