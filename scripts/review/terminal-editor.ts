import { createInterface } from 'node:readline/promises';
import type { Editor } from './editor.ts';

/**
 * Talks with an editor over stdin and stdout.
 *
 * Lines are taken one by one from the stream, since `question` would lose those that a pipe gives
 * ahead of it.
 */
export function terminalEditor(): Editor & { readonly close: () => void } {
  const { stdin: input, stdout: output } = process;
  const reader = createInterface({ input, output, terminal: input.isTTY && output.isTTY });
  const lines = reader[Symbol.asyncIterator]();
  return {
    say: (line) => console.log(line),
    ask: async (question) => {
      reader.setPrompt(question);
      reader.prompt();
      const { value, done } = await lines.next();
      if (!input.isTTY) console.log(done === true ? '' : value);
      return done === true ? undefined : value.trim();
    },
    close: () => reader.close(),
  };
}
