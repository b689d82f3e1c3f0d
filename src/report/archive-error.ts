import { visible } from './characters/visible.ts';

/** Where something was found: a file and, where known, a 1-based line and column. */
export interface Location {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** What a rule or a step of the pipeline says about the content, for people to act on. */
export interface Message {
  readonly location: Location;
  /** `m` metadata, `s` structure, `t` typography, `w` whole archive, `i` ingest; never reused. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** `Unexpected X, expected Y`. */
  readonly text: string;
  readonly hint?: string | undefined;
}

/** A failure that a person can mend: it says where, what was found, what was expected, and a way out. */
export class ArchiveError extends Error {
  readonly code: string;
  readonly location: Location;
  readonly hint: string | undefined;

  constructor(message: Omit<Message, 'severity'>, cause?: unknown) {
    super(message.text, cause === undefined ? undefined : { cause });
    this.name = 'ArchiveError';
    this.code = message.code;
    this.location = message.location;
    this.hint = message.hint;
  }

  /** Return the failure as a message, to be printed with the others of its run. */
  toMessage(): Message {
    return {
      location: this.location,
      code: this.code,
      severity: 'error',
      text: this.message,
      hint: this.hint,
    };
  }
}

/** Format a place as editors and terminals take it: `file:line:column`. */
function formatLocation({ file, line, column }: Location): string {
  return [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}

/**
 * Format a message for a terminal.
 *
 * @returns one line `place code [severity] text`, and a second `  hint: …` where there is a hint.
 */
export function formatMessage({ location, code, severity, text, hint }: Message): string {
  const line = `${formatLocation(location)} ${code} [${severity}] ${text}`;
  return visible(hint === undefined ? line : `${line}\n  hint: ${hint}`);
}

/** Order messages by file, line, column and code, so that a run prints them as a person reads. */
export function compareMessages(a: Message, b: Message): number {
  return (
    compareText(a.location.file, b.location.file) ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    (a.location.column ?? 0) - (b.location.column ?? 0) ||
    compareText(a.code, b.code)
  );
}

/** Return the beginning of words that a message tells of, as long as a line of it bears. */
export function excerpt(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most)}…` : words;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
