import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { UnfiledDocument } from '../filing/leave-to-review.ts';
import { dropRecognised } from '../formats/pictures/kept-transcripts.ts';
import type { Editor } from './editor.ts';
import type { Reviewed } from './review-report.ts';

/**
 * Take a document out of the review for good, with what was recognised on its pictures, once an editor has said so twice: it is no report, or
 * is not to come back.
 *
 * @param file path of what was found, under the content directory
 * @returns `undefined` where the editor thinks better of it
 */
export async function discardDocument(
  contentDir: string,
  file: string,
  { snapshot }: Pick<UnfiledDocument, 'snapshot'>,
  editor: Editor,
): Promise<Reviewed | undefined> {
  const answer = await editor.ask(`    delete ${file} and its snapshot? y: yes, else no > `);
  if (!/^y(?:es)?$/i.test(answer ?? '')) return undefined;
  const bytes = await readFile(path.join(contentDir, snapshot)).catch(() => undefined);
  if (bytes !== undefined) await dropRecognised(contentDir, bytes);
  for (const one of [file, snapshot]) await rm(path.join(contentDir, one), { force: true });
  editor.say('  deleted');
  return { settled: 1, left: 0, end: 'done' };
}
