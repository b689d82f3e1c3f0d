/** The archive's own words, and how characters are read: what a mistyped query is held against. */
export interface Vocabulary {
  /** Folded, those of most reports first. */
  readonly terms: readonly string[];
  /** How each character is read, without tones. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
}

/** How a vocabulary is written: the characters of each syllable, since they are more. */
interface Columns {
  readonly terms: string;
  readonly syllables: Readonly<Record<string, string>>;
}

/** Its file below `search/`; read only where nothing is found. */
export const VOCABULARY_FILE = 'vocabulary.bin';

/** Write a vocabulary as JSON; its terms have no line ends. */
export function formatVocabulary({ terms, readings }: Vocabulary): string {
  const syllables: Record<string, string> = {};
  for (const [character, read] of readings) {
    for (const syllable of read) syllables[syllable] = (syllables[syllable] ?? '') + character;
  }
  return JSON.stringify({ terms: terms.join('\n'), syllables } satisfies Columns);
}

/** Read what `formatVocabulary` wrote; the readings of a character come in no special order. */
export function parseVocabulary(text: string): Vocabulary {
  const { terms, syllables } = JSON.parse(text) as Columns;
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) {
      const known = readings.get(character);
      if (known) known.push(syllable);
      else readings.set(character, [syllable]);
    }
  }
  return { terms: terms === '' ? [] : terms.split('\n'), readings };
}
