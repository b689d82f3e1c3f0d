import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../src/check/check-content.ts';
import { allRules, readingFaults } from '../src/check/rules/all-rules.ts';
import type { Rule } from '../src/check/rules/rule.ts';
import { projectPath } from '../src/command/project-path.js';
import { compareMessages, formatMessage } from '../src/report/archive-error.ts';
import { parseRegionTable } from '../src/vocabulary/region/parse-region-table.ts';

const RULES = projectPath('src/check/rules');
/** Where a fixture that is one report lies. */
const REPORT = 'reports/2017/410600-鹤壁市.md';

const vocabulary = {
  regions: parseRegionTable(readFileSync(projectPath('content/regions/regions.tsv'), 'utf8')),
  themes: [{ id: 'leadership' }, { id: 'functions' }],
  indicators: { indicators: [{ id: 'mediations', theme: 'dispute-resolution', unit: '件' }] },
};
const folders = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const byFolder = new Map(allRules.map((rule) => [`${rule.code}-${rule.name}`, rule]));

describe('the rules', () => {
  it('are the folders, listed by code, none with the code of another', () => {
    expect([...byFolder.keys()]).toEqual(folders.toSorted());
    const codes = [...allRules, ...readingFaults].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(folders)('%s says nothing of what is right', async (folder) => {
    expect(await messagesOf(folder, 'ok.md')).toBe('');
  });

  it.each(folders)('%s tells what is wrong, and where', async (folder) => {
    const expected = fixture(folder, 'not-ok.txt');
    expect(expected).toContain(` ${folder.slice(0, 5)} [`);
    expect(await messagesOf(folder, 'not-ok.md')).toBe(expected);
  });
});

/** Runs the one rule of a folder over a fixture, and prints what it said. */
async function messagesOf(folder: string, name: string): Promise<string> {
  const rule = byFolder.get(folder);
  const rules: readonly Rule[] = rule === undefined ? [] : [rule];
  const files = filesOf(fixture(folder, name));
  const indicators = files.read('indicators/indicators.yaml');
  const own =
    indicators === undefined ? {} : { indicators: parse(new TextDecoder().decode(indicators)) };
  const { messages } = await checkContent(files, { ...vocabulary, ...own }, rules);
  return messages
    .toSorted(compareMessages)
    .map((message) => `${formatMessage(message)}\n`)
    .join('');
}

function fixture(folder: string, name: string): string {
  return readFileSync(`${RULES}/${folder}/${name}`, 'utf8');
}

/**
 * Takes a fixture apart: a line `-- path --` stands before each file of a content directory;
 * without one the fixture is a report.
 */
function filesOf(text: string) {
  const parts = text.startsWith('-- ') ? text.split(/^-- (.+) --\n/m).slice(1) : [REPORT, text];
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at < parts.length; at += 2)
    files.set(parts[at] ?? '', new TextEncoder().encode(parts[at + 1]));
  return {
    list: (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)),
    read: (path: string) => files.get(path),
  };
}
