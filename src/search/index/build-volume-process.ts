import { json } from 'node:stream/consumers';
import { buildVolume, readRecords, type VolumeTask } from './build-volume.ts';

// A process of its own a volume: two cores work at once, and its memory is given back whole.
const { source, reports, folder } = (await json(process.stdin)) as VolumeTask;
await buildVolume(readRecords(source, reports), folder);
