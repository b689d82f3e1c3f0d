import { expect, it } from 'vitest';
import { bestLoad, formatServeTable, readLoad } from './load.ts';

const said = (more = '') => `Running 2s test @ http://127.0.0.1:8080/
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   559.82us    1.15ms  27.45ms   95.86%
    Req/Sec    45.09k     7.53k   53.81k    75.00%
  Latency Distribution
     50%  314.00us
     75%  389.00us
     90%    1.02ms
     99%    1.05s
  89716 requests in 2.00s, 73.41MB read
${more}Requests/sec:  44790.55
Transfer/sec:     36.65MB
`;

it('reads requests a second, and what half and nearly all answers take, in milliseconds', () => {
  expect(readLoad(said())).toEqual({ requestsASecond: 44790.55, half: 0.314, most: 1050 });
});

it.each(['  Non-2xx or 3xx responses: 3\n', '  Socket errors: connect 0, read 3, write 0\n'])(
  'refuses answers that were none: %j',
  (more) => expect(() => readLoad(said(more))).toThrow('expected successes'),
);

it('refuses words that it cannot read, and takes the best of several rounds', () => {
  expect(() => readLoad('unable to connect')).toThrow('unable to connect');
  const load = (requestsASecond: number) => ({ requestsASecond, half: 1, most: 2 });
  expect(bestLoad([load(20), load(30), load(10)]).requestsASecond).toBe(30);
  expect(() => bestLoad([])).toThrow('without a round');
});

it('tells each kind beside a plain file of its size', () => {
  const load = { requestsASecond: 9000, half: 0.5, most: 2 };
  const plain = { ...load, requestsASecond: 10000 };
  const packed = { ...load, requestsASecond: 1200 };
  expect(
    formatServeTable([{ name: 'report page', bytes: 30000, own: load, plain, packed }]),
  ).toContain(
    '| report page | 30 KB | 9,000 | 0.50 ms | 2.00 ms | 10,000 | 0.50 ms | 2.00 ms | 0.90 x | 1,200 |',
  );
});
