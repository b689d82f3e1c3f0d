/**
 * The standard's own character maps for Chinese (Adobe-GB1), by name without -H or -V. Their codes
 * are those of a known encoding, so that the maps can be made here: the glyph of a code gets the
 * number of its Unicode character, and `Adobe-GB1-UCS2` gives it back.
 */
const ENCODINGS: Readonly<Record<string, 'gbk' | 'unicode'>> = {
  'GB-EUC': 'gbk',
  'GBpc-EUC': 'gbk',
  'GBK-EUC': 'gbk',
  'GBKp-EUC': 'gbk',
  GBK2K: 'gbk',
  'UniGB-UCS2': 'unicode',
  'UniGB-UTF16': 'unicode',
};
const TO_UNICODE = 'Adobe-GB1-UCS2';
/** A map lists so many codes at once. */
const MOST_AT_ONCE = 100;

/**
 * Make a character map that a PDF takes from outside.
 *
 * @param name `GBK-EUC-H`, `UniGB-UCS2-V`, `Adobe-GB1-UCS2`
 * @returns its text as bytes; `undefined` where its codes are not known here
 */
export function makeStandardMap(name: string): Uint8Array | undefined {
  if (name === TO_UNICODE)
    return write(name, '<0000> <FFFF>', ['1 beginbfrange <0000> <FFFF> <0000> endbfrange']);
  const [, base = '', direction = ''] = /^(.+)-([HV])$/.exec(name) ?? [];
  const encoding = ENCODINGS[base];
  if (encoding === undefined) return undefined;
  const mode = direction === 'V' ? ['/WMode 1 def'] : [];
  return encoding === 'unicode'
    ? write(name, '<0000> <FFFF>', [...mode, '1 begincidrange <0000> <FFFF> 0 endcidrange'])
    : write(name, '<00> <80> <8140> <FEFE>', [...mode, ...listGbk()]);
}

function write(name: string, codes: string, lines: readonly string[]): Uint8Array {
  const ranges = codes.split(' ').length / 2;
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin begincmap /CMapName /${name} def ${ranges} begincodespacerange ${codes} endcodespacerange\n${lines.join('\n')}\nendcmap end`,
    'latin1',
  );
}

function listGbk(): string[] {
  const decoder = new TextDecoder('gbk');
  const entries: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      const code = character.codePointAt(0) ?? 0;
      if (character.length === 1 && code !== 0xfffd)
        entries.push(`<${lead.toString(16)}${trail.toString(16).padStart(2, '0')}> ${code}`);
    }
  const lines = ['1 begincidrange <00> <7f> 0 endcidrange'];
  for (let at = 0; at < entries.length; at += MOST_AT_ONCE) {
    const part = entries.slice(at, at + MOST_AT_ONCE);
    lines.push(`${part.length} begincidchar ${part.join(' ')} endcidchar`);
  }
  return lines;
}
