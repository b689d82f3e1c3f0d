import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { buildVolume, readRecords, type VolumeTask } from './build-volume.ts';

// A process of its own a volume: two cores work at once, and its memory is given back whole.
const parent = process.ppid;
const { source, reports, shards, folder } = (await json(process.stdin)) as VolumeTask;
const own = `${folder}.${process.pid}.part`;
await buildVolume(readRecords(source, reports), shards, own, path.basename(folder));
// The build that asked may be dead, and another one at work on the same volume.
if (process.ppid === parent) {
  await rm(folder, { recursive: true, force: true });
  await rename(own, folder);
} else await rm(own, { recursive: true, force: true });
