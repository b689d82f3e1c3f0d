import { json } from 'node:stream/consumers';
import { buildVolume, type RecordSource, readRecords } from './build-volume.ts';

/** What the process is told to build. */
export interface VolumeTask {
  readonly source: RecordSource;
  /** Ids, the newest year first; their order gives the record numbers. */
  readonly reports: readonly string[];
  /** Where to; its name is what its files say they are of. */
  readonly folder: string;
}

// A process of its own a volume: two cores work at once, and its memory is given back whole.
const { source, reports, folder } = (await json(process.stdin)) as VolumeTask;
await buildVolume(readRecords(source, reports), folder);
