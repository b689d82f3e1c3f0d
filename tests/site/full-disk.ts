/**
 * Preloaded into a build by `--import`: each of its processes writes as often as `WRITES_LEFT` says,
 * and finds the disk full from then on. Renaming and removing go on, as they do on a full disk.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env['WRITES_LEFT']);

/** Let no more writes through than there is room for. */
function takeRoom(): void {
  left -= 1;
  if (left >= 0) return;
  const fault = { code: 'ENOSPC', errno: -28, syscall: 'write' };
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), fault);
}

for (const name of ['writeFileSync', 'writeSync', 'mkdirSync', 'copyFileSync'] as const) {
  const write = fs[name];
  const limited = (...args: unknown[]): unknown => {
    takeRoom();
    return Reflect.apply(write, fs, args);
  };
  Object.assign(fs, { [name]: limited });
}
for (const name of ['writeFile', 'mkdir', 'copyFile', 'cp'] as const) {
  const write = fs.promises[name];
  const limited = async (...args: unknown[]): Promise<unknown> => {
    takeRoom();
    return Reflect.apply(write, fs.promises, args);
  };
  Object.assign(fs.promises, { [name]: limited });
}
syncBuiltinESMExports();
