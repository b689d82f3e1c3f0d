import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { codeDigest } from '../content/code-digest.ts';
import { writeWhole } from '../content/write-whole.ts';

/** The code that a proof rests on. */
const FOLDERS = ['src/report', 'src/vocabulary', 'src/content', 'src/ingest', 'src/check'];

/** Proofs that held, by digests of all they rest on. */
export interface ProofStore {
  /** Give the digest of what a proof rests on: code, report, its record, snapshot. */
  readonly key: (...parts: readonly string[]) => string;
  readonly has: (key: string) => boolean;
  readonly add: (key: string) => void;
}

let code: Promise<string> | undefined;

/** Digest all code that a check rests on, once a process. */
export function codeOfChecks(): Promise<string> {
  code ??= codeDigest(FOLDERS, ['package-lock.json']);
  return code;
}

/** Keep no proof: each is made anew. */
export const noProofs: ProofStore = { key: () => '', has: () => false, add: () => {} };

/**
 * Open the proofs of the run before. Reading a web page again takes a tenth of a second, so that
 * a check of many would take minutes; a proof whose grounds have not changed still holds.
 *
 * @param file where they are kept, a digest a line
 * @returns `save` keeps the proofs that this run met, and no others
 */
export async function openProofs(file: string): Promise<ProofStore & { save(): Promise<void> }> {
  const before = new Set(existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : []);
  const met = new Set<string>();
  const made = await codeOfChecks();
  return {
    key: (...parts) => hash('sha256', JSON.stringify([made, ...parts])),
    has: (key) => before.has(key),
    add: (key) => met.add(key),
    save: () => writeWhole(file, [...met].join('\n')),
  };
}
