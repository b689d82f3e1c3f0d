import { expect, it } from 'vitest';
import { startProgress } from './progress.ts';

function drawn(isTTY: boolean, all: number): string[] {
  const written: string[] = [];
  const write = (text: string) => {
    written.push(text);
    return true;
  };
  const progress = startProgress('ingest', { write, isTTY });
  for (let done = 1; done <= all; done++) progress.update(done, all);
  progress.end(`${all} files`);
  return written;
}

it('draws a bar on a terminal', () => {
  const lines = drawn(true, 2);
  expect(lines.at(1)).toContain(`${'█'.repeat(12)}${'░'.repeat(12)} 1/2`);
  expect(lines.slice(-2).join('')).toMatch(/2 files\n$/);
});

it('writes plain lines elsewhere: the outcome, and ten on the way of long work', () => {
  expect(drawn(false, 20)).toEqual(['ingest   20 files\n']);
  const lines = drawn(false, 1000);
  expect(lines).toHaveLength(10);
  expect(lines.slice(0, 2)).toEqual(['ingest   100/1000\n', 'ingest   200/1000\n']);
});
