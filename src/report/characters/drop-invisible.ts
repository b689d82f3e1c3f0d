/**
 * Drops characters that print nothing and are not white space: zero-width spaces and joiners,
 * byte order marks, soft hyphens, direction marks. They would hide a phrase from the search.
 */
export function dropInvisible(text: string): string {
  return text.replace(
    /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g,
    '',
  );
}
