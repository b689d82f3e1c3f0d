/** Tells how far a piece of work is; on a terminal as a bar, elsewhere as plain lines. */
export interface Progress {
  /** Says what is being done, and how much of it: `done` of `all` pieces. */
  update(done: number, all: number): void;
  /** Ends the line, with what came out of it. */
  end(outcome: string): void;
}

const WIDTH = 24;

/**
 * Opens a line of progress.
 *
 * @param label what is being done, a word or two
 * @param stream where to write; a bar is drawn only where it is a terminal
 */
export function startProgress(
  label: string,
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  const head = label.padEnd(8);
  const draw = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${head} ${text}`);
  };
  draw('…');
  return {
    update(done, all) {
      const filled = all === 0 ? WIDTH : Math.round((WIDTH * done) / all);
      draw(`${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${all}`);
    },
    end(outcome) {
      if (stream.isTTY) {
        draw(outcome);
        stream.write('\n');
      } else stream.write(`${head} ${outcome}\n`);
    },
  };
}
