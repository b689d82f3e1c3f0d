/** The name that sites may forbid us by. */
const OURS = 'fazhi-archive';

/**
 * Tell whether a `robots.txt` allows a path (RFC 9309): the group of our name counts, else that of
 * all; in it the longest rule that matches.
 *
 * @param path with its query
 */
export function isAllowed(robots: string, path: string): boolean {
  const groups = readGroups(robots);
  const rules =
    groups.filter(({ names }) => names.includes(OURS)).flatMap((group) => group.rules) ?? [];
  const counted =
    rules.length > 0
      ? rules
      : groups.filter(({ names }) => names.includes('*')).flatMap((group) => group.rules);
  const matching = counted
    .filter(({ pattern }) => pattern !== '' && toExpression(pattern).test(path))
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allows) - Number(a.allows));
  return matching[0]?.allows ?? true;
}

interface Group {
  readonly names: string[];
  readonly rules: { readonly pattern: string; readonly allows: boolean }[];
}

function readGroups(robots: string): Group[] {
  const groups: Group[] = [];
  for (const line of robots.split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const last = groups.at(-1);
    if (/^user-agent$/i.test(key)) {
      if (last === undefined || last.rules.length > 0)
        groups.push({ names: [value.toLowerCase()], rules: [] });
      else last.names.push(value.toLowerCase());
    } else if (/^(?:dis)?allow$/i.test(key))
      last?.rules.push({ pattern: value, allows: /^allow$/i.test(key) });
  }
  return groups;
}

/** `*` stands for any characters, `$` at the end for the end. */
function toExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/\*{2,}/g, '*')
    .replace(/[.+?^{}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/\$(?!$)/g, '\\$');
  return new RegExp(`^${source}`);
}
