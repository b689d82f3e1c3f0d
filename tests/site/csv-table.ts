/** Read CSV as RFC 4180 has it, each row by the names of its head. */
export function csvTable(text: string): Record<string, string>[] {
  const cells = [
    ...text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g),
  ];
  const lines: string[][] = [[]];
  for (const [, quoted, bare = '', end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') lines.push([]);
  }
  const [head = [], ...body] = lines.slice(0, -1);
  return body.map((line) => Object.fromEntries(head.map((key, i) => [key, line[i] ?? ''])));
}
