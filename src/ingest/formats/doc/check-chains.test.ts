import { expect, it } from 'vitest';
import { checkChains } from './check-chains.ts';

/** A compound file of four sectors: the table of chains, and three that the chains lead through. */
function compound(next: readonly number[], { tables = 1, shift = 9, short = -2 } = {}): Buffer {
  const file = Buffer.alloc(512 + next.length * 512);
  file.writeUInt16LE(shift, 30);
  file.writeUInt32LE(tables, 44);
  file.writeInt32LE(short, 60);
  file.writeInt32LE(-2, 68);
  for (let at = 0; at < 109; at++) file.writeInt32LE(at === 0 ? 0 : -1, 76 + at * 4);
  for (let at = 0; at < 128; at++) file.writeInt32LE(next[at] ?? -1, 512 + at * 4);
  return file;
}
const END = -2;

it('lets pass chains that end', () => {
  expect(() => checkChains(compound([-3, 2, 3, END]))).not.toThrow();
  expect(() => checkChains(compound([-3, END, 9, END]))).not.toThrow();
});

it.each([
  ['leads back to its start', [-3, 2, 3, 1]],
  ['leads to itself', [-3, END, 2, END]],
  ['leads into its own middle', [-3, 2, 3, 2]],
])('refuses a chain that %s', (_, next) => {
  expect(() => checkChains(compound(next))).toThrow('circle');
});

it('refuses a circle in the chains of short streams', () => {
  const file = compound([-3, END, END, END], { short: 1 });
  expect(() => checkChains(file)).toThrow('circle');
  for (let at = 0; at < 128; at++) file.writeInt32LE(END, 1024 + at * 4);
  expect(() => checkChains(file)).not.toThrow();
});

it.each([
  ['more tables than sectors', compound([-3, END, END, END], { tables: 5 }), 'damaged'],
  ['sectors of no known size', compound([-3, END, END, END], { shift: 20 }), 'damaged'],
  ['no whole header', Buffer.alloc(511), 'cut off'],
])('refuses a file with %s', (_, file, why) => {
  expect(() => checkChains(file)).toThrow(why);
});

it('lets pass as many tables as sectors', () => {
  expect(() => checkChains(compound([-3, END, END, END], { tables: 4 }))).not.toThrow();
});
