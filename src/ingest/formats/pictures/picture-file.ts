/** A picture in a file: its size in pixels, and the file that shows it alone. */
export interface PictureFile {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** A TIFF file of more is no report. */
const MOST_IN_TIFF = 1000;
const [TIFF_WIDTH, TIFF_HEIGHT] = [256, 257];

/** Return the extension of a picture's file by its first bytes; `undefined` where it is no such file. */
export function pictureExtension(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 12));
  const hex = head.toString('hex');
  if (hex.startsWith('89504e470d0a1a0a')) return 'png';
  if (hex.startsWith('ffd8ff')) return 'jpg';
  if (hex.startsWith('47494638')) return 'gif';
  if (hex.startsWith('49492a00') || hex.startsWith('4d4d002a')) return 'tif';
  return /^RIFF.{4}WEBP$/s.test(head.toString('latin1')) ? 'webp' : undefined;
}

/**
 * List the pictures of a file; a TIFF file may hold one a page.
 *
 * @throws Error where the file is cut off
 */
export function listPictures(bytes: Uint8Array): PictureFile[] {
  try {
    return readPictures(bytes);
  } catch (cause) {
    throw new Error('it is cut off', { cause });
  }
}

function readPictures(bytes: Uint8Array): PictureFile[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const extension = pictureExtension(bytes);
  if (extension === 'png')
    return [{ bytes, width: data.readUInt32BE(16), height: data.readUInt32BE(20) }];
  if (extension === 'gif')
    return [{ bytes, width: data.readUInt16LE(6), height: data.readUInt16LE(8) }];
  if (extension === 'jpg') return [{ bytes, ...sizeOfJpeg(data) }];
  if (extension === 'webp') return [{ bytes, ...sizeOfWebp(data) }];
  return extension === 'tif' ? listTiff(data) : [];
}

function sizeOfJpeg(data: Buffer): { width: number; height: number } {
  for (let at = 2; ; at += 2 + data.readUInt16BE(at + 2)) {
    while (data.readUInt16BE(at) === 0xffff) at++;
    const marker = data.readUInt16BE(at);
    const isFrame =
      marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
  }
}

function sizeOfWebp(data: Buffer): { width: number; height: number } {
  const form = data.toString('latin1', 12, 16);
  if (form === 'VP8X')
    return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
  if (form === 'VP8L') {
    const bits = data.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
}

/** Each page of a TIFF file is the same file, with that page named as its first. */
function listTiff(data: Buffer): PictureFile[] {
  const isLittle = data.readUInt16BE(0) === 0x4949;
  const short = (at: number) => (isLittle ? data.readUInt16LE(at) : data.readUInt16BE(at));
  const long = (at: number) => (isLittle ? data.readUInt32LE(at) : data.readUInt32BE(at));
  const pictures: PictureFile[] = [];
  const seen = new Set<number>();
  for (let page = long(4); page !== 0 && !seen.has(page) && seen.size < MOST_IN_TIFF; ) {
    seen.add(page);
    const count = short(page);
    const sizes = new Map<number, number>();
    for (let entry = page + 2; entry < page + 2 + count * 12; entry += 12) {
      const isShort = short(entry + 2) === 3;
      sizes.set(short(entry), isShort ? short(entry + 8) : long(entry + 8));
    }
    const bytes = Buffer.from(data);
    if (isLittle) bytes.writeUInt32LE(page, 4);
    else bytes.writeUInt32BE(page, 4);
    const [width = 0, height = 0] = [sizes.get(TIFF_WIDTH), sizes.get(TIFF_HEIGHT)];
    pictures.push({ bytes, width, height });
    page = long(page + 2 + count * 12);
  }
  return pictures;
}
