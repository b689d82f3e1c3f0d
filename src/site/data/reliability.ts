import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { directories } from './directories.ts';

const schema = z.object({
  firstReading: z.object({
    sentences: z.int(),
    marked: z.int(),
    read: z.int(),
    right: z.int(),
    full: z.int(),
    /** How many sentences, read with the confidence as it is, the bins are of. */
    binned: z.int(),
    bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.int(), right: z.int() })),
  }),
});

/** How far figures can be relied on, as `npm run bench -- figures` measured it. */
export const { firstReading: reliability } = schema.parse(
  JSON.parse(
    readFileSync(join(directories.projectContent, 'indicators', 'reliability.json'), 'utf8'),
  ),
);
