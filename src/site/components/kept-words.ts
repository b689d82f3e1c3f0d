/**
 * Read what this device keeps under a name.
 *
 * @returns `null` where it keeps nothing so named, or where it lets no page keep anything
 */
export function readWords(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Keep words on this device in place of those before.
 *
 * @param words `null` takes them away
 * @returns whether the device did so
 */
export function keepWords(name: string, words: string | null): boolean {
  try {
    if (words === null) localStorage.removeItem(name);
    else localStorage.setItem(name, words);
    return true;
  } catch {
    return false;
  }
}
