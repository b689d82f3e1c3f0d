import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checksum, openSealed, SearchFormatError, sealFile } from './sealed-file.ts';

const NAME = '2018-1-abc/index/5.bin';
const content = fc.uint8Array({ maxLength: 300 });

it('gives back what was sealed', () => {
  fc.assert(
    fc.property(content, (bytes) => {
      expect(openSealed(NAME, sealFile(NAME, bytes))).toEqual(bytes);
    }),
  );
});

it('takes no file with a changed byte, cut, longer, or of another name', () => {
  fc.assert(
    fc.property(content, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, change) => {
      const file = sealFile(NAME, bytes);
      const place = at % file.length;
      const longer = new Uint8Array([...file, change]);
      const changed = file.with(place, (file[place] ?? 0) ^ change);
      for (const bad of [changed, file.subarray(0, place), longer])
        expect(() => openSealed(NAME, bad)).toThrow(SearchFormatError);
      expect(() => openSealed(NAME.replace('5', '6'), file)).toThrow(SearchFormatError);
    }),
  );
});

it('sums up other bytes otherwise, wherever they differ', () => {
  const bytes = Uint8Array.from({ length: 64 }, (_, i) => i);
  const sums = Array.from(bytes, (byte, at) => checksum(bytes.with(at, byte ^ 128)));
  expect(new Set([checksum(bytes), ...sums]).size).toBe(65);
  expect(checksum(bytes)).toMatch(/^[0-9a-f]{16}$/);
});

it('sums up as a client of another day does', () => {
  expect(checksum(new TextEncoder().encode('法治政府建设'))).toBe('58ee0f8578baead2');
});
