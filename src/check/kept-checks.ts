import { hash } from 'node:crypto';
import { readProven, writeProvenWithFolder } from '../content/proven-file.ts';
import type { Message } from '../report/archive-error.ts';
import type { ContentFiles } from './check-file.ts';
import { codeOfChecks } from './proof-store.ts';
import type { ArchiveEntry } from './rules/rule.ts';

/** What the check of a file by itself gave. */
export interface FileCheck {
  readonly messages: readonly Message[];
  readonly isComplete: boolean;
  /** What the check of all together needs of it; absent where it could not be read. */
  readonly entry?: ArchiveEntry;
  /** The key of the proof that it is complete; absent where it was not proved. */
  readonly proof?: string;
}

/** Checks each file that is not as it was. */
export interface CheckStore {
  /**
   * Give what the check of a file gave before, where every byte that it read is as it was; else
   * check it.
   *
   * @param name what messages call the file by
   * @param check reads by what it is given alone
   */
  readonly check: (
    path: string,
    name: string,
    check: (read: ContentFiles['read']) => Promise<FileCheck>,
  ) => Promise<FileCheck>;
}

/** Check every file anew. */
export const noChecks = ({ read }: Pick<ContentFiles, 'read'>): CheckStore => ({
  check: (_path, _name, check) => check(read),
});

interface KeptCheck {
  readonly name: string;
  /** Every file that the check read, with a digest of its bytes. */
  readonly read: readonly (readonly [path: string, digest: string])[];
  readonly outcome: FileCheck;
}

/**
 * Open what the run before kept. Nothing of it is taken on trust: what a check gave holds as long as
 * the code, the vocabularies and the bytes of all files that it read are the same; a store that was
 * cut or changed is not read.
 *
 * @param file where it is kept
 * @param vocabulary the text of the vocabularies
 * @returns `save` keeps what this run met, and nothing else
 */
export async function openChecks(
  file: string,
  vocabulary: string,
  files: Pick<ContentFiles, 'read'>,
): Promise<CheckStore & { save(): void }> {
  const made = hash('sha256', (await codeOfChecks()) + vocabulary);
  const before: Readonly<Record<string, KeptCheck>> = JSON.parse(readProven(file, made) ?? '{}');
  const now: Record<string, KeptCheck> = {};
  return {
    async check(path, name, check) {
      const kept = Object.hasOwn(before, path) ? before[path] : undefined;
      const isSame =
        kept?.name === name &&
        kept.read.every(([one, digest]) => digestOf(files.read(one)) === digest);
      if (kept !== undefined && isSame) {
        now[path] = kept;
        return kept.outcome;
      }
      const read = new Map<string, string>();
      const outcome = await check((one) => {
        const bytes = files.read(one);
        read.set(one, digestOf(bytes));
        return bytes;
      });
      now[path] = { name, read: [...read], outcome };
      return outcome;
    },
    save: () => writeProvenWithFolder(file, made, JSON.stringify(now)),
  };
}

function digestOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : hash('sha256', bytes, 'base64');
}
