import qrcode from 'qrcode-generator';

/** A QR code as one SVG path, a unit a module, without its quiet zone. */
interface QrPath {
  /** Modules a side. */
  readonly size: number;
  /** Path data: the dark modules, a run a step. */
  readonly path: string;
}

/**
 * Draw an address as a QR code (ISO/IEC 18004), the smallest that holds it, correcting up to
 * 15 % of damage.
 *
 * @param address ASCII, as addresses are
 */
export function drawQrPath(address: string): QrPath {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) => {
    const cells = Array.from({ length: size }, (_, column) =>
      code.isDark(row, column) ? '1' : '0',
    );
    const runs = [...cells.join('').matchAll(/1+/g)];
    return runs.map((run) => `M${run.index} ${row}h${run[0].length}v1h-${run[0].length}z`).join('');
  });
  return { size, path: rows.join('') };
}
