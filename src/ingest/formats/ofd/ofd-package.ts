import JSZip from 'jszip';
import { refusal } from '../../ingest-codes.ts';
import { all, boxOf, children, first, localName, parseXml, textOf } from './ofd-xml.ts';

/** Bounds of what is unpacked, in bytes: a report of a hundred pages has a tenth of it. */
const LARGEST_PART = 30_000_000;
const LARGEST_WHOLE = 120_000_000;
const MOST_PARTS = 5000;
/** Where programs put the content of a page. */
const PAGE_CONTENT = /(?:^|\/)Pages\/[^/]+\/[^/]+\.xml$/i;

/** The parts of an OFD file, by their path in it. */
export interface Parts {
  has(path: string): boolean;
  /** Parts that print text, or are pages, and that nothing read names: notes over a page, lost pages. */
  unlisted(): readonly string[];
  xml(path: string): Element;
}

/**
 * Unpack the parts of an OFD file that are XML.
 *
 * @throws ArchiveError `i-006` where it unpacks to more than any report; other errors where it is broken
 */
export async function unpackOfd(bytes: Uint8Array, file: string): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  const texts = new Map<string, string>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let whole = 0;
  for (const name of names.slice(0, MOST_PARTS)) {
    if (!/\.xml$/i.test(name)) continue;
    const data = await inflate(zip.files[name], LARGEST_PART);
    whole += data?.length ?? 0;
    if (data === undefined || whole > LARGEST_WHOLE || names.length > MOST_PARTS)
      throw refusal(
        'i-006',
        file,
        `Unexpected OFD file that unpacks to more than ${LARGEST_WHOLE} bytes, expected one report`,
        'give the report alone',
      );
    texts.set(name.replace(/^\//, ''), decoder.decode(data));
  }
  const asked = new Set<string>();
  return {
    has: (path) => texts.has(path),
    unlisted: () =>
      [...texts].flatMap(([path, text]) =>
        !asked.has(path) && (PAGE_CONTENT.test(path) || text.includes('TextCode')) ? [path] : [],
      ),
    xml(path) {
      asked.add(path);
      const text = texts.get(path);
      if (text === undefined) throw new Error(`${path} is missing`);
      return parseXml(text, path);
    },
  };
}

/** Unpack a part, and stop where it grows beyond a bound. */
function inflate(
  part: JSZip.JSZipObject | undefined,
  bound: number,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    if (part === undefined) return resolve(new Uint8Array());
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = part.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bound) {
        stream.pause();
        resolve(undefined);
      } else chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/** A page: its area, and its layers of content with those of its template, in the order they are drawn. */
export interface OfdPage {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Element[];
  /** All texts of the page and its templates, wherever in them they stand: what an inventory lists. */
  readonly words: readonly OfdWords[];
  /** Paths of pictures by the ids that objects refer to them by. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The text of a `TextCode`, and whether the page hides it. */
export interface OfdWords {
  readonly text: string;
  readonly isHidden: boolean;
}

/** List the pages of a document in an OFD file. */
export function listPages(parts: Parts, path: string): OfdPage[] {
  const document = parts.xml(join('', path));
  const folder = join('', path).replace(/[^/]*$/, '');
  const common = first(document, 'CommonData');
  const templates = new Map(
    all(common, 'TemplatePage').map((template) => [
      template.getAttribute('ID') ?? '',
      join(folder, template.getAttribute('BaseLoc') ?? ''),
    ]),
  );
  const pictures = listPictures(parts, folder, common);
  const area = boxOf(textOf(first(first(common, 'PageArea'), 'PhysicalBox')));
  return all(first(document, 'Pages'), 'Page').map((page): OfdPage => {
    const content = parts.xml(join(folder, page.getAttribute('BaseLoc') ?? ''));
    const own = boxOf(textOf(first(first(content, 'Area'), 'PhysicalBox'))) ?? area;
    const used = all(content, 'Template').flatMap((template) => {
      const at = templates.get(template.getAttribute('TemplateID') ?? '');
      return at === undefined ? [] : [parts.xml(at)];
    });
    const drawn = [...used, content];
    const layers = drawn.flatMap((one) => all(first(one, 'Content'), 'Layer'));
    const words = drawn.flatMap((one) => listWords(one));
    return { width: own?.[2] ?? 210, height: own?.[3] ?? 297, layers, words, pictures };
  });
}

/** Read what the standard escapes in a text, spaces among them: `\\0020` is one. */
export function unescapeCode(text: string): string {
  return text.replace(/\\([\da-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function listWords(root: Element): OfdWords[] {
  const open = [{ element: root, isHidden: false }];
  const words: OfdWords[] = [];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const isUnseen = one.isHidden || one.element.getAttribute('Visible') === 'false';
    if (localName(one.element) === 'TextCode') {
      const own = Array.from(one.element.childNodes).filter(({ nodeType }) => nodeType !== 1);
      const text = unescapeCode(own.map((node) => node.nodeValue ?? '').join(''));
      words.push({ text, isHidden: isUnseen });
    }
    for (const child of children(one.element).toReversed())
      open.push({ element: child, isHidden: isUnseen });
  }
  return words;
}

/** List the pictures that a document names as its resources. */
function listPictures(
  parts: Parts,
  folder: string,
  common: Element | undefined,
): ReadonlyMap<string, string> {
  const lists = ['PublicRes', 'DocumentRes'].flatMap((kind) => all(common, kind));
  return new Map(
    lists
      .map((list) => join(folder, textOf(list)))
      .filter((path) => parts.has(path))
      .flatMap((path) => {
        const list = parts.xml(path);
        const base = join(path.replace(/[^/]*$/, ''), list.getAttribute('BaseLoc') ?? '');
        return all(first(list, 'MultiMedias'), 'MultiMedia').map(
          (media) =>
            [
              media.getAttribute('ID') ?? '',
              join(base === '' ? '' : `${base}/`, textOf(first(media, 'MediaFile'))),
            ] as const,
        );
      }),
  );
}

/** A path in the file: from its root, or from the folder of the part that names it. */
function join(folder: string, path: string): string {
  const whole = path.startsWith('/') ? path.slice(1) : folder + path;
  const steps: string[] = [];
  for (const step of whole.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}
