import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Site, SiteName } from './sites.ts';

/** How often to look whether the sites are there, in milliseconds. */
const INTERVAL = 100;

/** The built sites, which the global setup makes while other tests run. */
export const builtSites: Readonly<Record<SiteName, Site>> = await readWhenThere(
  inject('sitesFile'),
);

async function readWhenThere(file: string) {
  while (!existsSync(file)) await setTimeout(INTERVAL);
  return JSON.parse(await readFile(file, 'utf8'));
}
