/** How long a search may go without news before the page says that the network is slow, in ms. */
const patience = 4000;
/** How long the page waits before it tries again by itself, in ms, failure by failure. */
const waits = [3000, 12_000] as const;

interface NoticeOptions {
  readonly slow: HTMLElement;
  readonly error: HTMLElement;
  /** Told to try again, by the reader, by the time, or because the network is back. */
  readonly onRetry: () => void;
}

/** What a search tells of itself, so that a bad network is never taken for an empty answer. */
interface NetworkNotice {
  /** Something came, or the search began: from now on silence counts. */
  readonly expectNews: () => void;
  /** Nothing more is expected. */
  readonly rest: () => void;
  /** The search was done: the next failure is the first again. */
  readonly succeed: () => void;
  /** The search failed: says why, and tries again, the first times by itself. */
  readonly fail: (cause: unknown) => void;
}

/** Make the notices of a slow and of a failing network work. */
export function connectNetworkNotice({ slow, error, onRetry }: NoticeOptions): NetworkNotice {
  let slowness = 0;
  let retry = 0;
  let failures = 0;

  const rest = () => {
    clearTimeout(slowness);
    clearTimeout(retry);
    slow.hidden = true;
    error.hidden = true;
  };
  const tryAgain = () => {
    rest();
    onRetry();
  };
  for (const notice of [slow, error])
    notice.querySelector('button')?.addEventListener('click', tryAgain);
  addEventListener('online', () => {
    if (!error.hidden) tryAgain();
  });

  return {
    rest,
    expectNews() {
      rest();
      slowness = window.setTimeout(() => {
        slow.hidden = false;
      }, patience);
    },
    succeed() {
      failures = 0;
      rest();
    },
    fail(cause) {
      rest();
      const wait = waits[failures];
      failures += 1;
      const [reason, next, detail] = error.querySelectorAll('span, small');
      if (reason) reason.textContent = navigator.onLine ? '检索数据没有取到。' : '网络断开了。';
      if (next)
        next.textContent = wait === undefined ? '请看看网络。' : `${wait / 1000} 秒后自动再试。`;
      if (detail) detail.textContent = cause instanceof Error ? cause.message : `${cause}`;
      error.hidden = false;
      if (wait !== undefined) retry = window.setTimeout(tryAgain, wait);
    },
  };
}
