import { hash } from 'node:crypto';
import { parse } from 'yaml';
import { readProven, writeProvenWithFolder } from './proven-file.ts';

/**
 * Read YAML, and keep what it says as JSON for the next process that reads the same: a list of a
 * hundred kilobytes takes a quarter of a second, and each process of a build reads it.
 *
 * @param file where it is kept
 * @throws YAMLParseError where it is no YAML
 */
export function readKeptYaml(text: string, file: string): unknown {
  const made = hash('sha256', text);
  const kept = readProven(file, made);
  if (kept !== undefined) return JSON.parse(kept);
  const said: unknown = parse(text);
  try {
    writeProvenWithFolder(file, made, JSON.stringify(said));
  } catch {
    // A project that cannot be written to reads it each time.
  }
  return said;
}
