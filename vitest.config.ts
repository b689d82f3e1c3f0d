import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that build whole sites, for minutes. */
const building = ['tests/edited-archive.test.ts', 'tests/made-archive.test.ts'];

/**
 * A worker a core: Vitest leaves one free, which of two is half. A worker takes file after file, with
 * what it has loaded and its browser; a test that changes what others see puts it back.
 */
const workers = { maxWorkers: '100%', isolate: false };

export default defineConfig({
  test: {
    ...workers,
    // Projects begin in the order of their names: the longest first, so that none is waited for at
    // the end with a core idle.
    projects: [
      {
        test: {
          ...workers,
          name: 'archive',
          include: building,
        },
      },
      {
        test: {
          ...workers,
          name: 'house',
          include: ['tests/house/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...workers,
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/house/**', ...building],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...workers,
          // Two a core: a page waits more than it works.
          maxWorkers: availableParallelism() * 2,
          name: 'browser',
          include: ['tests/**/*.e2e.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          // A page that answers in parts may wait for its last part on a busy machine.
          expect: { poll: { timeout: 15_000 } },
          globalSetup: ['tests/site/global-setup.ts'],
          // After all others: what a page does in time is not to wait for a build beside it.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
