import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../command/make-folder.ts';
import { startProgress } from '../../command/progress.ts';
import { listContent } from '../../content/content-directory.ts';
import { writeInTurn } from '../../content/write-in-turn.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import { formatBytes } from '../site-folder.ts';
import { type BagContents, verifyBag } from './verify-bag.ts';
import { type BagFile, writeBag } from './write-bag.ts';

/** What an archivist's copy is made of. */
export interface ExportOptions {
  readonly contentDir: string;
  /** A site that was built from it: its `/data/` goes into the copy. */
  readonly site: string;
  /** The bag; it must not be there yet. */
  readonly out: string;
  /** The day of the copy, `2026-11-28`. */
  readonly today: string;
  /** The origin of the site, where it is known. */
  readonly origin: string | undefined;
}

const TITLE = '法治政府建设报告库';
/** In the bag: the content directory as it is, and the built data. */
const CONTENT = 'content';
const BUILT = 'built';

/**
 * Write the whole archive as a bag: the content with its snapshots, and the built data. It is made
 * beside its place and moved there when it is whole.
 */
export async function exportArchive(options: ExportOptions): Promise<BagContents> {
  const { contentDir, site, out, today, origin } = options;
  await assertFree(out);
  const data = path.join(site, 'data');
  const described = JSON.parse(await readFile(path.join(data, 'datapackage.json'), 'utf8'));
  const progress = startProgress('export');
  const outcome = await makeBeside(out, (folder) =>
    writeInTurn(contentDir, async () => {
      const files = [
        ...listFor(contentDir, CONTENT),
        ...listFor(data, `${BUILT}/data`).filter(({ to }) => !to.endsWith('.html')),
      ];
      const info = [
        ['Source-Organization', TITLE],
        ['External-Description', `${TITLE}：全部报告、原文快照、地址记录、词表和据以生成的数据`],
        ['External-Identifier', `fazhi-archive ${described.version}`],
        ['Bagging-Date', today],
        ...(origin === undefined ? [] : [['Internal-Sender-Description', origin] as const]),
        ['Bag-Software-Agent', 'fazhi-archive, npm run export'],
      ] as const;
      return writeBag(folder, files, info, progress.update);
    }),
  );
  progress.end(`${outcome.files} files, ${formatBytes(outcome.bytes)} → ${out}`);
  return outcome;
}

/**
 * Give the content directory of a bag back, byte for byte, once the bag is proven.
 *
 * @param out the content directory; it must not be there yet
 * @returns how many files it has
 */
export async function restoreArchive(bag: string, out: string): Promise<number> {
  await assertFree(out);
  const progress = startProgress('verify');
  const { files } = await verifyBag(bag, progress.update);
  progress.end(`${files} files are as they were written`);
  const content = path.join(bag, 'data', CONTENT);
  if (!existsSync(content))
    throw new ArchiveError({
      location: { file: bag },
      code: 'i-931',
      text: `Unexpected bag without \`data/${CONTENT}\`, expected one that \`npm run export\` wrote`,
      hint: 'it is whole, but holds something else',
    });
  return makeBeside(out, async (folder) => {
    await cp(content, folder, { recursive: true });
    return listFor(folder, '').length;
  });
}

/** List the files of a folder as they go into a bag; hidden ones too, but none that is half written. */
function listFor(folder: string, to: string): BagFile[] {
  return listContent(folder, '', { withHidden: true })
    .filter((file) => !/^\.writing|(?:^|\/)\.git\/|\.\d+-[0-9a-f]{8}\.part$/.test(file))
    .map((file) => ({ from: path.join(folder, file), to: to === '' ? file : `${to}/${file}` }));
}

/** Make a folder beside its place, and move it there when it is whole. */
async function makeBeside<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const beside = `${out}.${process.pid}.part`;
  try {
    makeFolder(beside);
    const outcome = await make(beside);
    if (existsSync(out)) await rm(out, { recursive: true });
    await rename(beside, out);
    return outcome;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Refuse to write where there is something already. */
export async function assertFree(out: string): Promise<void> {
  const state = await stat(out).catch(() => undefined);
  if (state?.isDirectory() && state.dev !== (await stat(path.dirname(out))).dev)
    throw new ArchiveError({
      location: { file: out },
      code: 'i-932',
      text: 'Unexpected disk of its own as the output folder, expected a folder of a disk',
      hint: 'name a folder in it with --out; nothing was written',
    });
  if (state === undefined || (state.isDirectory() && (await readdir(out)).length === 0)) return;
  throw new ArchiveError({
    location: { file: out },
    code: 'i-932',
    text: 'Unexpected files in the output folder, expected a new or an empty one',
    hint: 'name another folder with --out; nothing was written',
  });
}
