/** Whom the review talks with: an editor at a terminal, or a test. */
export interface Editor {
  /** The day, as `2026-11-22`. */
  readonly today: string;
  readonly say: (line: string) => void;
  /** @returns the answer without white space around it; `undefined` where there is no more input */
  readonly ask: (question: string) => Promise<string | undefined>;
}

/** What an editor answers to a doubt. */
export type Answer =
  | { readonly kind: 'accept' | 'skip' | 'quit' }
  | { readonly kind: 'value'; readonly text: string };

/** Reads an answer: `a`, `s` (or nothing), `q`, else a value. */
export function readAnswer(line: string | undefined): Answer {
  if (line === undefined || line === 'q') return { kind: 'quit' };
  if (line === '' || line === 's') return { kind: 'skip' };
  return line === 'a' ? { kind: 'accept' } : { kind: 'value', text: line };
}
