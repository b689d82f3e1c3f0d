import { decodeEntities } from '../docx/list-docx-text.ts';
import type { InventoryPiece } from '../inventory.ts';

/** A tag or the text between two. */
const TOKEN = /<(\/?)([\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;
const HIDDEN = new Set(['annotation', 'tracked-changes', 'hidden-text', 'hidden-paragraph']);
const REPEATED = new Set(['ruby-text', 'note-citation']);
/** What a picture says of itself. */
const PICTURED = new Set(['svg:title', 'svg:desc']);

/**
 * List all text of an OpenDocument text, tag by tag, without building a tree of it: it is there to
 * hold `readOdt` to what the file has.
 */
export function listOdtText(parts: ReadonlyMap<string, Uint8Array>): InventoryPiece[] {
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  const layout = text('styles.xml');
  const once = new Set<string>();
  const running = [
    ...layout.matchAll(/<style:(header|footer)(?:-\w+)?\b[^>/]*>([\s\S]*?)<\/style:\1/g),
  ];
  const hiddenStyles = new Set(
    [
      ...`${text('content.xml')}${layout}`.matchAll(
        /<style:style\b[^>]*style:name="([^"]+)"[^>]*>([\s\S]*?)<\/style:style>/g,
      ),
    ]
      .filter(([, , body = '']) =>
        /text:display="none"|line-through-(?:style|type)="(?!none)/.test(body),
      )
      .map(([, name = '']) => name),
  );
  return [
    ...listPart(text('content.xml'), '正文', hiddenStyles),
    ...running.flatMap(([, kind, body = '']) => {
      const pieces = listPart(body, kind === 'header' ? '页眉' : '页脚', hiddenStyles);
      const whole = pieces
        .map((piece) => piece.text)
        .join('')
        .replace(/\s/gu, '');
      const isRepeated = once.has(whole);
      once.add(whole);
      return isRepeated ? pieces.map((piece) => ({ ...piece, kind: 'repeated' as const })) : pieces;
    }),
  ];
}

function listPart(xml: string, where: string, hiddenStyles: ReadonlySet<string>): InventoryPiece[] {
  const pieces: InventoryPiece[] = [];
  const spans: boolean[] = [];
  const depth = { text: 0, hidden: 0, repeated: 0, notes: 0, boxes: 0, pictured: 0 };
  for (const [, end, prefix = '', name = '', attributes = '', empty, words] of xml.matchAll(
    TOKEN,
  )) {
    if (words !== undefined) {
      if (depth.text === 0) continue;
      const isHidden = depth.hidden > 0 || spans.includes(true);
      const region = depth.notes > 0 ? '脚注' : depth.boxes > 0 ? '文本框' : where;
      const kind = depth.repeated > 0 ? 'repeated' : isHidden ? 'hidden' : 'text';
      const isPictured = depth.pictured > 0;
      pieces.push({
        ...{ where: region, text: decodeEntities(words) },
        kind: isPictured ? 'picture' : kind,
      });
      continue;
    }
    const step = end === '/' ? -1 : empty === '/' ? 0 : 1;
    const tag = `${prefix}${name}`;
    const isParagraph = tag === 'text:p' || tag === 'text:h';
    if (isParagraph) depth.text += step;
    if (HIDDEN.has(name)) depth.hidden += step;
    else if (REPEATED.has(name)) depth.repeated += step;
    else if (PICTURED.has(tag)) depth.pictured += step;
    else if (tag === 'text:note') depth.notes += step;
    else if (tag === 'draw:text-box') depth.boxes += step;
    else if (isParagraph || tag === 'text:span' || tag === 'text:section') {
      const style = /:style-name="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const isHidden =
        tag === 'text:section' ? /:display="none"/.test(attributes) : hiddenStyles.has(style);
      if (step > 0) spans.push(isHidden);
      if (step < 0) spans.pop();
    }
  }
  return pieces;
}
