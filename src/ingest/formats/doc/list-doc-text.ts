import type { InventoryPiece } from '../inventory.ts';
import type { DocStories } from './open-doc.ts';

/** What bounds a field, its code and what it gives: [MS-DOC] 2.4. */
export const FIELD = { begin: '\x13', separate: '\x14', end: '\x15' };
/** Controls that end lines or bound fields; the others print nothing. */
const KEPT = '\t\n\v\f\r\x13\x14\x15\x1e';

/** Take out the codes of fields and all controls: what a story prints, roughly. */
export function printed(story: string): string {
  const { begin, separate, end } = FIELD;
  const inner = `[^${begin}${separate}${end}]*`;
  const field = new RegExp(`${begin}${inner}(?:${separate}(${inner}))?${end}`, 'g');
  let text = story;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(field, (_, result = '') => result);
  }
  return dropControls(text)
    .replaceAll('\x1e', '-')
    .replaceAll(begin, '')
    .replaceAll(separate, '')
    .replaceAll(end, '');
}

export function dropControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => (KEPT.includes(control) ? control : ''));
}

/** List all text of the stories, with no heed to what stands where. */
export function listDocText(stories: DocStories): InventoryPiece[] {
  const { body, unseen, starts } = stories;
  const isUnseen = new Uint8Array(starts.boxes + stories.boxes.length);
  for (const { start, end } of unseen) isUnseen.fill(1, start, end);
  const pieces = (
    text: string,
    where: string,
    kind: InventoryPiece['kind'] = 'text',
  ): InventoryPiece[] =>
    printed(text)
      .split(/[\r\n\f\v]/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ where, text: line, kind }));
  const story = (text: string, where: string, start: number): InventoryPiece[] => {
    const part = (bit: number) =>
      text
        .split('')
        .filter((_, at) => isUnseen[start + at] === bit)
        .join('');
    return [...pieces(part(0), where), ...pieces(part(1), where, 'hidden')];
  };
  const once = new Set<string>();
  const running = (texts: readonly string[], where: string) =>
    texts.flatMap((text) => {
      const words = printed(text).replace(/\s/gu, '');
      const kind = once.has(words) ? 'repeated' : 'text';
      once.add(words);
      return pieces(text, where, kind);
    });
  const codes = body
    .split(FIELD.begin)
    .filter((code) => /^\s*EQ\b/i.test(code))
    .map((code) => code.slice(0, code.indexOf(FIELD.end) >>> 0));
  return [
    ...story(body, '正文', 0),
    ...codes.flatMap((code) =>
      (code.match(/[\p{L}\p{N}]+/gu) ?? []).map(
        (text): InventoryPiece => ({ where: '正文', text, kind: 'repeated' }),
      ),
    ),
    ...story(stories.boxes, '文本框', starts.boxes),
    ...story(stories.footnotes, '脚注', starts.footnotes),
    ...story(stories.endnotes, '尾注', starts.endnotes),
    ...running([...stories.headers, stories.headerBoxes], '页眉'),
    ...running(stories.footers, '页脚'),
  ];
}
