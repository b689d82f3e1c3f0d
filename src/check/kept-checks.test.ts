import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { type FileCheck, openChecks } from './kept-checks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kept-checks-'));
const store = path.join(folder, 'checks.json');
afterAll(() => rmSync(folder, { recursive: true }));

const REPORT = 'reports/2017/a.md';
const SOURCE = 'sources/2017/a.txt';
let files: Record<string, string> = {};
const read = (file: string) =>
  files[file] === undefined ? undefined : new TextEncoder().encode(files[file]);

/** Check the report as a rule would that counts what it finds in three files; tell whether it ran. */
async function check(vocabulary = 'themes', name = REPORT): Promise<[ran: boolean, text: string]> {
  const checks = await openChecks(store, vocabulary, { read });
  let ran = false;
  const { messages } = await checks.check(REPORT, name, async (readFile): Promise<FileCheck> => {
    ran = true;
    const sizes = [REPORT, SOURCE, 'anchors/2017/a.json'].map((one) => readFile(one)?.length);
    const text = `${sizes.join()} in ${name}`;
    const message = { location: { file: name }, code: 't-001', text, severity: 'error' } as const;
    return { messages: [message], isComplete: false };
  });
  checks.save();
  return [ran, messages[0]?.text ?? ''];
}

beforeEach(async () => {
  files = { [REPORT]: 'report', [SOURCE]: 'source' };
  rmSync(store, { force: true });
  expect(await check()).toEqual([true, `6,6, in ${REPORT}`]);
});

it('tells again what a check told, as long as all that it read is as it was', async () => {
  expect(await check()).toEqual([false, `6,6, in ${REPORT}`]);
  expect(await check()).toEqual([false, `6,6, in ${REPORT}`]);
});

it.each([
  ['a byte of the report', () => (files[REPORT] = 'rePort')],
  ['a byte of another file that it read', () => (files[SOURCE] = 'Source')],
  ['a file that was not there', () => (files['anchors/2017/a.json'] = '')],
  ['a file that is gone', () => delete files[SOURCE]],
])('checks again where %s has changed', async (_what, change) => {
  change();
  expect((await check())[0]).toBe(true);
  expect((await check())[0]).toBe(false);
});

it('checks again with other vocabularies, and where messages name the file otherwise', async () => {
  expect((await check('other themes'))[0]).toBe(true);
  expect((await check('other themes', '../a.md'))[0]).toBe(true);
});

it('reads no store that was cut or changed', async () => {
  const text = readFileSync(store, 'utf8');
  writeFileSync(store, text.replace('"messages":[{', '"messages":[],"was":[{'));
  expect((await check())[0]).toBe(true);
  writeFileSync(store, readFileSync(store, 'utf8').slice(0, -10));
  expect((await check())[0]).toBe(true);
});
