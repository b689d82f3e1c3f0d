import { indexArchive } from './archive-index.ts';
import { readSummaries } from './read-compiled.ts';
import { regions } from './vocabularies.ts';

/** The archive that this build shows. */
export const archive = indexArchive(readSummaries(), regions);
