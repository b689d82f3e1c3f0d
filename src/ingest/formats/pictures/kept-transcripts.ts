import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../../content/write-whole.ts';
import { pictureExtension } from './picture-file.ts';
import type { Recognised } from './recognise-pictures.ts';
import { recognisedPicture, recognisedStem, transcriptPath } from './transcript.ts';

/**
 * Read what is kept of the words on the pictures of a source. An editor may have mended it.
 *
 * @returns `undefined` where nothing was ever recognised
 */
export async function readTranscript(
  contentDir: string,
  source: Uint8Array,
): Promise<string | undefined> {
  const file = path.join(contentDir, transcriptPath(recognisedStem(source)));
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}

/** Keep what was recognised on the pictures of a source, and the pictures for an editor to see. */
export async function keepRecognised(
  contentDir: string,
  source: Uint8Array,
  { transcript, pictures }: Recognised,
): Promise<void> {
  const stem = recognisedStem(source);
  for (const { where, bytes } of pictures)
    await writeWhole(
      path.join(contentDir, recognisedPicture(stem, where, pictureExtension(bytes))),
      bytes,
    );
  await writeWhole(path.join(contentDir, transcriptPath(stem)), transcript);
}

/** Remove what was kept of the pictures of a source that is not for the archive. */
export async function dropRecognised(contentDir: string, source: Uint8Array): Promise<void> {
  const stem = path.join(contentDir, recognisedStem(source));
  const folder = path.dirname(stem);
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names)
    if (
      /^[.-]/.test(name.slice(path.basename(stem).length)) &&
      name.startsWith(path.basename(stem))
    )
      await rm(path.join(folder, name), { force: true });
}
