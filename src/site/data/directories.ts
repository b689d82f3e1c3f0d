import { join, resolve } from 'node:path';
import process from 'node:process';

const { FAZHI_PROJECT = '.', FAZHI_CONTENT } = process.env;
const project = resolve(FAZHI_PROJECT);

/** The project, its own content directory, and the one that is shown. */
export const directories = {
  project,
  content: resolve(FAZHI_CONTENT ?? join(project, 'content')),
  projectContent: join(project, 'content'),
} as const;
