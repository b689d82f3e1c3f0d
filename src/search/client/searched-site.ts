import type { Published } from '../format/manifest.ts';
import { parseVocabulary, VOCABULARY_FILE, type Vocabulary } from '../format/vocabulary.ts';
import type { Archive } from './archive.ts';
import type { FailedShard } from './contract.ts';
import { getFile } from './file-source.ts';
import { openPublishedArchive, readManifest } from './published-archive.ts';
import { isRecent } from './recent.ts';

/** What the build puts in: the site this module was published with. */
declare const PUBLISHED: Published;

/** What has been read of one site. */
export class Site {
  readonly #base: URL;
  #archive: Promise<{ archive: Archive; digest: string }> | undefined;
  /** Looks what the site says now, where what was opened is what this module was published with. */
  #check: Promise<unknown> | undefined;
  #isUnconfirmed = false;
  #isAnother = false;
  #vocabulary: Promise<Vocabulary> | undefined;

  /** @param base the address of the site's front page, with a slash at its end */
  constructor(base: URL) {
    this.#base = base;
  }

  get address(): URL {
    return this.#base;
  }

  vocabulary(): Promise<Vocabulary> {
    this.#vocabulary ??= getFile(new URL(`search/${VOCABULARY_FILE}`, this.#base), 'no-cache')
      .then((bytes) => parseVocabulary(new TextDecoder().decode(bytes)))
      .catch((error: unknown) => {
        this.#vocabulary = undefined;
        throw error;
      });
    return this.#vocabulary;
  }

  /** Open the archive: this module's own site at once, while its manifest is still on its way. */
  async open(): Promise<Archive> {
    this.#archive ??= this.#openFirst();
    if (this.#isUnconfirmed) this.#startCheck();
    try {
      return (await this.#archive).archive;
    } catch (error) {
      this.#archive = undefined;
      throw error;
    }
  }

  /**
   * Look whether the site was published anew since it was opened; then the next `open` is of that.
   * @param hasFailed whether a file was gone or another
   * @returns with an error where nothing is known of the site but by this module
   */
  async confirm(
    hasFailed: boolean,
  ): Promise<{ readonly isAnother: boolean; readonly error?: unknown }> {
    if (this.#archive === undefined) return { isAnother: false };
    const error = await this.#check;
    this.#isUnconfirmed = error !== undefined;
    if (!this.#isAnother && hasFailed) await this.#compare().catch(() => undefined);
    const isAnother = this.#isAnother;
    this.#isAnother = false;
    return { isAnother, error };
  }

  /** Say that the site is out of reach. */
  failure(error: unknown): FailedShard {
    const reason = error instanceof Error ? error.message : String(error);
    return { archive: this.#base.href, year: null, reason };
  }

  async #openFirst() {
    const isOwn =
      typeof PUBLISHED !== 'undefined' && this.#base.href === new URL('../', import.meta.url).href;
    if (!isOwn) return this.#openNow();
    const { manifest, carried } = PUBLISHED;
    const archive = openPublishedArchive(this.#base, manifest, carried);
    this.#startCheck();
    return { archive, digest: manifest.digest };
  }

  /**
   * A failure is an answer, told when the search is done. Where this module itself has just come,
   * what it was published with is what is published.
   */
  #startCheck(): void {
    // A browser has few requests under way at a time: those a result waits for come first.
    const later = new Promise<void>((resolve) => setTimeout(resolve));
    const check = later.then(async () => {
      if (this.#isUnconfirmed || !(await isRecent(import.meta.url))) await this.#compare();
    });
    this.#check = check.catch((error: unknown) => error);
  }

  async #openNow() {
    const manifest = await readManifest(this.#base);
    return { archive: openPublishedArchive(this.#base, manifest), digest: manifest.digest };
  }

  async #compare(): Promise<void> {
    const opened = await this.#archive;
    const now = await this.#openNow();
    if (now.digest === opened?.digest) return;
    this.#archive = Promise.resolve(now);
    this.#isAnother = true;
  }
}
