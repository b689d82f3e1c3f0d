/**
 * Return what the address names after `#`, as a person would read it; empty where it names nothing.
 * An address that was cut off within a character stands as it is.
 */
export function namedPassage(): string {
  const fragment = location.hash.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
