import { resolve } from 'node:path';
import process from 'node:process';

const { FAZHI_COMPILED = '.cache/compiled', FAZHI_CONTENT = 'content' } = process.env;

/** Where the build's compile step left the reports, and where the vocabularies are. */
export const directories = {
  compiled: resolve(FAZHI_COMPILED),
  content: resolve(FAZHI_CONTENT),
} as const;
