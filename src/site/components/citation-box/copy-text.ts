/**
 * Copies text to the clipboard.
 *
 * @returns whether it is there; a page that is not served securely has no clipboard
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
