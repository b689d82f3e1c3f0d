/** How often to look, in milliseconds. */
const INTERVAL = 500;

/**
 * End this process when npm ends.
 *
 * npm passes a signal to the shell it runs a script in, and that shell ends without passing it on:
 * a server would stay behind. Then its process has another parent, which is what is looked for.
 */
export function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL);
  timer.unref();
}
