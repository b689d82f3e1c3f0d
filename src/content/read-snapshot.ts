import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ArchiveError } from '../report/archive-error.ts';

/**
 * Read the snapshot that a report names, to be published.
 *
 * What a report names is served to everyone, so that it must lie under `sources/`, as a file of its
 * own: a path out of the folder, or a link, would publish another file of the machine.
 *
 * @param file as the report's `source.file` says
 * @param of the report, for messages
 * @throws ArchiveError `m-009` where it lies elsewhere, or is a link, or is not there
 */
export async function readSnapshot(
  contentDir: string,
  file: string,
  of: string,
): Promise<Uint8Array> {
  const names = file.split('/');
  const isInside =
    names[0] === 'sources' &&
    names.length > 1 &&
    !file.includes('\\') &&
    names.every((name) => name !== '' && !name.startsWith('.'));
  if (!isInside)
    throw unsafe(of, `path \`${file}\``, 'a snapshot is named by its path: `sources/2017/….html`');
  for (let depth = 1; depth <= names.length; depth++) {
    const part = names.slice(0, depth).join('/');
    // Waiting for another thread costs ten times as much as asking.
    const stats = lstatSync(path.join(contentDir, part), { throwIfNoEntry: false });
    if (stats === undefined)
      throw unsafe(of, `absence of \`${part}\``, '`npm run check` names what else is missing');
    if (stats.isSymbolicLink())
      throw unsafe(of, `link at \`${part}\``, 'put the file itself there, in place of the link');
  }
  return readFileSync(path.join(contentDir, file));
}

function unsafe(of: string, met: string, hint: string): ArchiveError {
  const text = `Unexpected ${met}, expected the snapshot under \`sources/\``;
  return new ArchiveError({ location: { file: of }, code: 'm-009', text, hint });
}
