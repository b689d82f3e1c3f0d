import { hash } from 'node:crypto';

/**
 * What is written on the pictures of a source, a line a paragraph, by the region that messages name:
 * `第2页`, `图1`. A program recognised it, and an editor mends it: it is kept as plain text.
 */
export type Transcript = ReadonlyMap<string, readonly string[]>;

/** A line that begins a region. */
const REGION = /^〔(第\d+页|图\d+)〕$/u;

/**
 * Parse a transcript. Lines above the first region are an editor's own, and are left out.
 *
 * @example parseTranscript('〔第1页〕\n办案12件。').get('第1页') // ['办案12件。']
 */
export function parseTranscript(text: string): Transcript {
  const regions = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split(/\r\n|[\n\r]/).map((one) => one.trim())) {
    const region = REGION.exec(line)?.[1];
    if (region !== undefined) {
      lines = regions.get(region) ?? [];
      regions.set(region, lines);
    } else if (line !== '') lines?.push(line);
  }
  return regions;
}

/** Format a transcript as an editor reads and mends it. */
export function formatTranscript(transcript: Transcript): string {
  const regions = [...transcript].map(([region, lines]) => [`〔${region}〕`, ...lines].join('\n'));
  return `${regions.join('\n\n')}\n`;
}

/** Of the digest of a source; as much as tells all sources apart. */
const DIGEST = 16;

/**
 * Return where the transcript of a source and its pictures are kept, under the content directory and
 * without extension. It rests on the bytes of the source, so that it stays when a report is moved.
 */
export function recognisedStem(bytes: Uint8Array): string {
  return recognisedStemOf(hash('sha256', bytes));
}

/** Return the same for the digest of a source’s bytes, in hexadecimals. */
export function recognisedStemOf(sha256: string): string {
  return `recognised/${sha256.slice(0, DIGEST)}`;
}

/** Return the path of a transcript under the content directory. */
export function transcriptPath(stem: string): string {
  return `${stem}.txt`;
}

/**
 * Return the doubt of words that a program recognised: they are a draft until an editor has read
 * them beside the picture.
 *
 * @param picture path of the picture under the content directory; without, it is the source itself
 * @param stem of the transcript, as `recognisedStem` gives it
 */
export function recognisedDoubt(stem: string, picture = 'the source'): string {
  return `识别: a program recognised these words on a picture; read them beside ${picture}, and mend them here and in ${transcriptPath(stem)}`;
}

/** Return where a picture is kept, under the content directory. */
export function recognisedPicture(stem: string, region: string, extension = 'png'): string {
  return `${stem}-${region}.${extension}`;
}
