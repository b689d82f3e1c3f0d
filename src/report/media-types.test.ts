import { expect, it } from 'vitest';
import { getMediaType } from './media-types.ts';

it.each([
  ['report.txt', 'text/plain; charset=utf-8', true],
  ['REPORT.MD', 'text/markdown; charset=utf-8', true],
  ['r/x/cite.csl.json', 'application/vnd.citationstyles.csl+json', true],
  ['r/x/report.json', 'application/json', true],
  ['csl.json', 'application/json', true],
  ['rows.jsonl', 'application/jsonl; charset=utf-8', true],
  ['source.doc', 'application/msword', false],
  ['source.pdf', 'application/pdf', false],
  ['search.wasm', 'application/wasm', true],
  ['zh.pf_index', 'application/octet-stream', false],
  ['v1.2/no-extension', 'application/octet-stream', false],
  ['source', 'application/octet-stream', false],
])('%s is %s', (name, contentType, isCompressible) => {
  const type = contentType.replace('; charset=utf-8', '');
  expect(getMediaType(name)).toEqual({ type, contentType, isCompressible });
});
