import { createInterface } from 'node:readline/promises';
import type { Editor } from './editor.ts';

/**
 * Talks with an editor over stdin and stdout.
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
    say: (line) => console.log(line),
    ask: async (question) => {
      if (isTerminal) {
        reader.setPrompt(question);
        reader.prompt();
      } else output.write(question);
      const { value, done } = await lines.next();
      const answer = done === true ? undefined : value.trim();
      if (!isTerminal) console.log(answer ?? '');
      return answer;
    },
    close: () => reader.close(),
  };
}
