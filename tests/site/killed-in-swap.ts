/**
 * Preloaded into a build by `--import`: it is killed when it has moved as much as `MOVES_LEFT` says,
 * while it puts the new site in the place of the old one.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env['MOVES_LEFT']);
const rename = fs.renameSync;
Object.assign(fs, {
  renameSync: (from: string, to: string) => {
    rename(from, to);
    if (/\.building/.test(from + to)) left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
syncBuiltinESMExports();
