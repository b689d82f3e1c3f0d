import { createInterface } from 'node:readline/promises';
import { foldPrinted } from '../../report/characters/typography.ts';
import { visible } from '../../report/characters/visible.ts';
import type { ReviewEntry } from '../../report/frontmatter.ts';
import { splitLines } from '../../report/prove-complete.ts';
import { isBasisField, type Omission } from '../../report/report.ts';

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
  | { readonly kind: 'accept' | 'skip' | 'back' | 'quit' }
  | { readonly kind: 'value'; readonly text: string };

const KEYS: Readonly<Record<string, Exclude<Answer['kind'], 'value'>>> = {
  ...{ '': 'skip', s: 'skip', skip: 'skip', b: 'back', back: 'back' },
  ...{ q: 'quit', quit: 'quit', exit: 'quit', a: 'accept', accept: 'accept' },
};

/** Read an answer: `a`, `s` (or nothing), `b`, `q`, the words they stand for, else a value. */
export function readAnswer(line: string | undefined): Answer {
  const kind = line === undefined ? 'quit' : KEYS[line.toLowerCase()];
  return kind === undefined ? { kind: 'value', text: line ?? '' } : { kind };
}

/** A value that the machine was not sure of, as an editor is shown it. */
export interface Doubt extends Pick<ReviewEntry, 'field' | 'value' | 'confidence' | 'evidence'> {
  /** Where the value comes from, in a word. */
  readonly basis?: string | null | undefined;
}

/** Show a doubt: its field, value, evidence, and the line of the snapshot that it rests on. */
export function showDoubt(
  editor: Editor,
  doubt: Doubt,
  snapshot: string,
  omitted?: readonly Omission[],
): void {
  const { field, value, confidence, evidence, basis } = doubt;
  // How sure ingest is says something of a value it read, and nothing of what it only points at.
  const isRead = isBasisField(field);
  const sure = isRead ? `  (${[basis, confidence.toFixed(2)].filter(Boolean).join(', ')})` : '';
  editor.say(`\n  ${field}: ${value ?? (isRead ? 'none' : 'see below')}${sure}`);
  editor.say(`    ${isRead ? 'evidence' : 'why'}: ${evidence}`);
  const where = snapshotLine(snapshot, doubt, omitted);
  if (where !== undefined) editor.say(`    ${where}`);
}

/** So many lines of a document tell what it is. */
const FIRST_LINES = 4;

/** Show how a document begins, so that an editor knows which one is asked about. */
export function showBeginning(editor: Editor, lines: readonly string[]): void {
  const printed = lines.map((line) => line.trim()).filter((line) => line !== '');
  for (const line of printed.slice(0, FIRST_LINES))
    editor.say(`  │ ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}`);
}

/** How much of a line of the snapshot is shown, in characters. */
const LONGEST = 100;

/**
 * Find the line of the snapshot that a guess rests on: the one it was read from, else the first
 * that holds the evidence, else the value.
 *
 * @returns `line 3: 发布时间:2020-03-27`; `undefined` where none is found
 */
export function snapshotLine(
  snapshot: string,
  { field, value, evidence }: Pick<ReviewEntry, 'field' | 'value' | 'evidence'>,
  omitted: readonly Omission[] = [],
): string | undefined {
  const lines = splitLines(snapshot);
  const read = omitted.find(({ fields }) => fields?.includes(field))?.line;
  const holding = (words: string | null): number | undefined => {
    const folded = foldPrinted(words ?? '');
    const index =
      folded === '' ? -1 : lines.findIndex((line) => foldPrinted(line).includes(folded));
    return index < 0 ? undefined : index + 1;
  };
  const number = read ?? holding(evidence) ?? holding(value);
  if (number === undefined) return undefined;
  const text = lines[number - 1]?.trim() ?? '';
  return `line ${number}: ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
}

/**
 * Talk with an editor over stdin and stdout.
 *
 * Lines are taken one by one from the stream, since `question` would lose those that a pipe gives
 * ahead of it. What comes through a pipe is shown, so that what was said can be read afterwards.
 */
export function terminalEditor(): Editor & { readonly close: () => void } {
  const { stdin: input, stdout: output } = process;
  const isTerminal = input.isTTY && output.isTTY;
  const reader = createInterface({ input, output, terminal: isTerminal });
  const lines = reader[Symbol.asyncIterator]();
  return {
    today: new Date().toISOString().slice(0, 10),
    say: (line) => output.write(`${visible(line)}\n`),
    ask: async (question) => {
      if (isTerminal) {
        reader.setPrompt(question);
        reader.prompt();
      } else output.write(question);
      const { value, done } = await lines.next();
      const answer = done === true ? undefined : value.trim();
      if (!isTerminal) output.write(`${answer ?? ''}\n`);
      return answer;
    },
    close: () => reader.close(),
  };
}
