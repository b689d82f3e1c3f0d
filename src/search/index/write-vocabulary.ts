import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';
import { writeWhole } from '../../content/write-whole.ts';
import { formatVocabulary, VOCABULARY_FILE } from '../format/vocabulary.ts';

/**
 * Write the vocabulary a mistyped query is held against, with the readings of its characters and
 * of all common ones, since a mistyped character need not be in it.
 * @param terms its words, folded
 * @param outDir the site's folder
 */
export async function writeVocabulary(terms: readonly string[], outDir: string): Promise<void> {
  const characters = new Set([...terms.join(''), ...commonCharacters()]);
  const han = Array.from(characters).filter((character) => /\p{Script=Han}/u.test(character));
  const readings = new Map(han.map((character) => [character, readingsOf(character)]));
  const text = formatVocabulary({ terms, readings });
  await writeWhole(path.join(outDir, 'search', VOCABULARY_FILE), gzipSync(text, { level: 9 }));
}

function readingsOf(character: string): string[] {
  const read = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
  return [...new Set(read)].filter((syllable) => /^[a-z]+$/.test(syllable));
}

/** The 3,755 most used characters: level 1 of GB 2312. */
function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row < 0xd8; row += 1) {
    for (let cell = 0xa1; cell < 0xff; cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder('gb2312').decode(new Uint8Array(bytes));
}
