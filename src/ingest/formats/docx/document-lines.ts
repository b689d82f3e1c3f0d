/** A node of the tree that mammoth makes of a Word document, as far as it is read here. */
interface WordNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly WordNode[];
  readonly body?: readonly WordNode[];
}

/** The document itself, with its notes. */
export interface WordDocument extends WordNode {
  readonly notes: { resolve(reference: WordNode): WordNode | undefined };
}

/**
 * Gives the text of a Word document line by line: a paragraph a line, and a line more for each break
 * in it. Cells of a table stand one below the other; notes stand at the end, in the order of their
 * references.
 */
export function documentLines(document: WordDocument): string[] {
  const lines: string[] = [];
  const notes: WordNode[] = [];
  let text = '';
  const visit = (node: WordNode): void => {
    if (node.type === 'text') text += node.value ?? '';
    else if (node.type === 'tab') text += '\t';
    else if (node.type === 'break') text += '\n';
    else if (node.type === 'noteReference') {
      const note = document.notes.resolve(node);
      if (note !== undefined) notes.push(note);
    }
    for (const child of node.children ?? node.body ?? []) visit(child);
    if (node.type !== 'paragraph') return;
    lines.push(...text.split('\n'));
    text = '';
  };
  visit(document);
  for (let note = notes.shift(); note !== undefined; note = notes.shift()) visit(note);
  if (text !== '') lines.push(...text.split('\n'));
  return lines;
}
