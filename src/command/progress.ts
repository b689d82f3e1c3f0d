/** Tell how far a piece of work is; on a terminal as a bar, elsewhere as plain lines. */
export interface Progress {
  /** Say what is being done, and how much of it: `done` of `all` pieces. */
  update(done: number, all: number): void;
  /** End the line, with what came out of it. */
  end(outcome: string): void;
}

const WIDTH = 24;
/** Where no bar can be drawn, work of as many pieces says so ten times on its way. */
const LONG = 100;
const STEPS = 10;

/**
 * Open a line of progress.
 *
 * @param label what is being done, a word or two
 * @param stream where to write; a bar is drawn only where it is a terminal
 */
export function startProgress(
  label: string,
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr,
): Progress {
  const head = label.padEnd(8);
  const draw = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${head} ${text}`);
  };
  let step = 0;
  draw('…');
  return {
    update(done, all) {
      const filled = all === 0 ? WIDTH : Math.round((WIDTH * done) / all);
      draw(`${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${all}`);
      const reached = Math.floor((STEPS * done) / all);
      if (stream.isTTY || all < LONG || done === all || reached <= step) return;
      step = reached;
      stream.write(`${head} ${done}/${all}\n`);
    },
    end(outcome) {
      if (stream.isTTY) {
        draw(outcome);
        stream.write('\n');
      } else stream.write(`${head} ${outcome}\n`);
    },
  };
}
