import type { Message, Place } from './archive-error.ts';

/** Formats a place as editors and terminals take it: `file:line:column`. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}

/**
 * Formats a message for a terminal.
 *
 * @returns one line `place code [severity] text`, and a second `  hint: …` where there is a hint.
 */
export function formatMessage({ place, code, severity, text, hint }: Message): string {
  const line = `${formatPlace(place)} ${code} [${severity}] ${text}`;
  return hint === undefined ? line : `${line}\n  hint: ${hint}`;
}

/** Orders messages by file, line, column and code, so that a run prints them as a person reads. */
export function compareMessages(a: Message, b: Message): number {
  return (
    compareText(a.place.file, b.place.file) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    compareText(a.code, b.code)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
