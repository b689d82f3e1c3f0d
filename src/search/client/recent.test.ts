import { afterEach, expect, it, vi } from 'vitest';
import { isRecent } from './recent.ts';

const address = 'https://example.org/search/client.js';
/** When the page looks, ms after it was opened. */
const NOW = 100_000;
class Timing {
  readonly transferSize: number;
  readonly responseEnd: number;
  constructor(transferSize: number, age: number) {
    this.transferSize = transferSize;
    this.responseEnd = NOW - age;
  }
}

/** A page that loaded the file; what its browser keeps of it has some age. */
function stubPage(loaded: readonly Timing[], keptAge: number | null = null) {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  vi.advanceTimersByTime(NOW);
  vi.stubGlobal('location', new URL('https://example.org/search/'));
  vi.stubGlobal('PerformanceResourceTiming', Timing);
  vi.spyOn(performance, 'getEntriesByName').mockReturnValue(loaded as never);
  const date = keptAge === null ? {} : { date: new Date(Date.now() - keptAge).toUTCString() };
  const fetched = vi.fn(
    async (_: string, _options: RequestInit) => new Response('', { headers: date }),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('knows what came over the network within a minute, without a request', async () => {
  const fetched = stubPage([new Timing(900, 90_000), new Timing(300, 50_000)]);
  expect(await isRecent(address)).toBe(true);
  stubPage([new Timing(900, 70_000)]);
  expect(await isRecent(address)).toBe(false);
  expect(fetched).not.toHaveBeenCalled();
});

it.each([
  [50_000, true],
  [70_000, false],
  // The clock of a device that is wrong says nothing.
  [-70_000, false],
  [null, false],
])('reads of what the browser keeps when the host gave it: %s ms ago', async (age, isGood) => {
  const fetched = stubPage([new Timing(0, 10)], age);
  expect(await isRecent(address)).toBe(isGood);
  expect(fetched).toHaveBeenCalledExactlyOnceWith(address, { cache: 'force-cache' });
});

it('knows nothing of a file that this page has not loaded, or of another origin', async () => {
  stubPage([]);
  expect(await isRecent(address)).toBe(false);
  stubPage([new Timing(300, 10)]);
  expect(await isRecent('https://example.com/search/client.js')).toBe(false);
  vi.unstubAllGlobals();
  expect(await isRecent(address)).toBe(false);
});
