import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DepartedReport } from '../../publish/redirects.ts';
import type { AnchorChange } from '../../report/anchor/anchor-record.ts';
import { directories } from './directories.ts';

interface AddressNotes {
  readonly changes: Readonly<Record<string, readonly AnchorChange[]>>;
  readonly departed: readonly DepartedReport[];
}

const file = join(directories.compiled, 'addresses.json');

/** What the archive says of addresses that no longer point where they did, as the build gathered it. */
export const addressNotes: AddressNotes = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { changes: {}, departed: [] };
