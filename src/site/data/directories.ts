import { join, resolve } from 'node:path';
import process from 'node:process';

const { FAZHI_PROJECT = '.', FAZHI_COMPILED, FAZHI_CONTENT } = process.env;
const project = resolve(FAZHI_PROJECT);

/** Where the build's compile step left the reports, and where the vocabularies are. */
export const directories = {
  compiled: resolve(FAZHI_COMPILED ?? join(project, '.cache/compiled')),
  content: resolve(FAZHI_CONTENT ?? join(project, 'content')),
  projectContent: join(project, 'content'),
} as const;
