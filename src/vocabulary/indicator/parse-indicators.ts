import { parse } from 'yaml';
import { z } from 'zod';
import { ArchiveError } from '../../report/archive-error.ts';
import {
  type GrammarRole,
  grammarRoles,
  type IndicatorExample,
  indicatorsSchema,
} from './indicators-schema.ts';
import { expandWords, type Lexicon, makeLexicon } from './lexicon.ts';

/** A word of the vocabulary, with all that it may mean. */
export interface Word {
  readonly text: string;
  /** The parts that it plays: fields, which are asked faster than a set. */
  roles: Readonly<Record<GrammarRole, boolean>>;
  /** Whether it plays any. */
  steers: boolean;
  /** Whether it deals out what stands before it: 分别. */
  readonly deals: boolean;
  matter: string | undefined;
  /** Whether some indicator counts it. */
  isThing: boolean;
  /** Whether some indicator knows it as what is done. */
  isAct: boolean;
  /** The ways to say an indicator that it belongs to, by the unit of the number. */
  readonly frames: Map<string, Frame[]>;
  /** Those of them that ask for it before anything else: what is done, else what is counted. */
  readonly tries: Map<string, Frame[]>;
  /** The words asked for beside others that it holds; looked for when it is first asked. */
  holds: readonly Word[] | undefined;
  /** Whether it is counted in % only: what it speaks of is spoken of in passing. */
  isRate: boolean;
  /** In what it may be counted: a number of another unit is of another thing. */
  units: Set<string> | 'any';
}

/** A way to say an indicator. */
export interface Frame {
  readonly indicator: Indicator;
  readonly acts: ReadonlySet<Word> | undefined;
  readonly things: ReadonlySet<Word> | undefined;
  /** One of these, or a word that holds one, stands beside it. */
  readonly with: ReadonlySet<Word> | undefined;
  readonly atHand: boolean;
}

/** An indicator ready to be looked for. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly theme: string;
  readonly matter: string | undefined;
  readonly bare: ReadonlySet<Word> | 'all' | undefined;
  readonly stock: boolean;
  readonly countsBodies: boolean;
  /** Units that it is counted in now and then. */
  readonly rareUnits: ReadonlySet<string>;
  readonly scopes: 'all' | 'none';
  readonly not: readonly string[];
  /** Matters that, named before in the sentence, make a kind of their cases of it. */
  readonly kindOf: readonly string[];
  readonly needs: ReadonlySet<Word>;
  readonly examples: readonly IndicatorExample[];
  readonly never: readonly string[];
}

export interface Indicators {
  readonly indicators: readonly Indicator[];
  readonly lexicon: Lexicon<Word>;
  /** The words that must stand beside some others. */
  readonly beside: readonly Word[];
  /** The words that tell what a passage speaks of. */
  readonly matters: readonly { readonly matter: string; readonly text: string }[];
  /** The ways to say any indicator, by the unit of the number. */
  readonly frames: ReadonlyMap<string, readonly Frame[]>;
}

/**
 * Read the list of indicators, and makes of all their words one lexicon.
 *
 * @param text YAML as the head of `content/indicators/indicators.yaml` describes it
 * @param file its name, for messages
 * @param read reads YAML; it may know what the text says from before
 * @throws ArchiveError `m-903` where it is no YAML, breaks the schema, or names an unknown matter,
 *   set or act
 */
export function parseIndicators(
  text: string,
  file = 'indicators/indicators.yaml',
  read: (text: string) => unknown = parse,
): Indicators {
  try {
    return compile(indicatorsSchema.parse(read(text)));
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new ArchiveError(
      {
        location: { file },
        code: 'm-903',
        text: `Unexpected list of indicators (${found}), expected one as its head describes`,
        hint: 'an indicator says by `reads` what is done, what is counted, or both',
      },
      error,
    );
  }
}

const NO_ROLES = Object.fromEntries(grammarRoles.map((role) => [role, false])) as Word['roles'];

/** Words without a part share one object. */
function addRole(word: Word, role: GrammarRole): void {
  word.roles = { ...word.roles, [role]: true };
  word.steers = true;
}

const BOUNDS = ['about', 'at-least', 'under'] as const;

/** Tell what a word makes of the number behind it: 近450件. */
export function boundOf({ roles }: Word): (typeof BOUNDS)[number] | null {
  for (const bound of BOUNDS) if (roles[bound]) return bound;
  return null;
}

/** So many of an indicator's units are usual. */
const USUAL_UNITS = 3;

function compile(list: z.infer<typeof indicatorsSchema>): Indicators {
  const words = new Map<string, Word>();
  const word = (text: string): Word => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const fresh = {
      text,
      roles: NO_ROLES,
      steers: false,
      deals: /^(?:分别|依次)/.test(text),
      matter: undefined,
      isThing: false,
      isAct: false,
      frames: new Map(),
      tries: new Map(),
      holds: undefined,
      isRate: false,
      units: new Set<string>(),
    };
    words.set(text, fresh);
    return fresh;
  };
  const setOf = (entries: readonly string[]): Set<Word> =>
    new Set(entries.flatMap((entry) => wordsOf(entry, list.sets)).map(word));
  for (const [role, entries] of Object.entries(list.grammar))
    for (const entry of entries)
      for (const text of expandWords(entry)) {
        const known = word(text);
        addRole(known, role as GrammarRole);
        if (role === 'other-acts') known.isAct = true;
        if (role === 'other-things') known.isThing = true;
        if (role === 'other-things') known.units = 'any';
      }
  for (const [matter, entries] of Object.entries(list.matters))
    for (const text of entries) word(text).matter = matter;

  const frames = new Map<string, Frame[]>();
  const indicators = list.indicators.map((entry): Indicator => {
    const { id, label, unit, theme, matter, stock, countsBodies, scopes } = entry;
    const { examples, never, bare, kindOf } = entry;
    if (matter !== undefined && !(matter in list.matters))
      throw new Error(`\`${id}\` has the unknown matter \`${matter}\``);
    const indicator: Indicator = {
      ...{ id, label, unit, theme, matter, stock, countsBodies, scopes, examples, never, kindOf },
      rareUnits: new Set(entry.units?.slice(USUAL_UNITS)),
      bare: bare === true ? 'all' : bare === false ? undefined : setOf(bare),
      not: entry.not.flatMap((one) => wordsOf(one, list.sets)),
      needs: setOf(entry.needs),
    };
    for (const read of entry.reads) {
      if (read.acts === undefined && read.things === undefined)
        throw new Error(`\`${id}\` reads neither an act nor a thing`);
      const acts = read.acts === undefined ? undefined : setOf(read.acts);
      const things = read.things === undefined ? undefined : setOf(read.things);
      for (const act of acts ?? []) act.isAct = true;
      for (const thing of things ?? []) thing.isThing = true;
      const frame: Frame = {
        ...{ indicator, acts, things, atHand: read.atHand },
        with: read.with === undefined ? undefined : setOf(read.with),
      };
      for (const one of entry.units ?? [unit]) {
        addFrame(frames, one, frame);
        for (const part of new Set([...(acts ?? []), ...(things ?? [])]))
          addFrame(part.frames, one, frame);
        for (const part of acts ?? things ?? []) addFrame(part.tries, one, frame);
      }
    }
    return indicator;
  });
  const beside = new Set(
    [...frames.values()].flatMap((all) => all.flatMap((one) => [...(one.with ?? [])])),
  );
  const steering = [...words].filter(
    ([, one]) =>
      one.steers || one.matter !== undefined || one.isThing || one.isAct || beside.has(one),
  );
  inheritMatters(
    steering.map(([, one]) => one).filter(({ roles }) => !roles.filler),
    list.matters,
  );
  lendMatters(frames);
  findUnits(frames);
  for (const [text, one] of words)
    if (list.grammar.rank.some((rank) => text.startsWith(rank))) addRole(one, 'rank');
  return {
    ...{ indicators, frames, beside: [...beside] },
    lexicon: makeLexicon<Word>(steering),
    matters: Object.entries(list.matters).flatMap(([matter, all]) =>
      all.map((text) => ({ matter, text })),
    ),
  };
}

function addFrame(frames: Map<string, Frame[]>, unit: string, frame: Frame): void {
  const known = frames.get(unit);
  if (known === undefined) frames.set(unit, [frame]);
  else known.push(frame);
}

function findUnits(frames: ReadonlyMap<string, readonly Frame[]>): void {
  for (const [unit, all] of frames)
    for (const { things } of all)
      for (const thing of things ?? []) if (thing.units !== 'any') thing.units.add(unit);
  for (const all of frames.values())
    for (const { things } of all)
      for (const thing of things ?? [])
        thing.isRate = thing.units !== 'any' && thing.units.size === 1 && thing.units.has('%');
}

/** Write out an entry of a list of words, or the set that it names. */
function wordsOf(entry: string, sets: Readonly<Record<string, readonly string[]>>): string[] {
  if (!entry.startsWith('$')) return expandWords(entry);
  const set = sets[entry.slice(1)];
  if (set === undefined) throw new Error(`there is no set \`${entry}\``);
  return set.flatMap((one) => wordsOf(one, sets));
}

const endIn = (text: string, part: string): number => text.lastIndexOf(part) + part.length;

/** A longer word speaks of the matter that it names last: 行政执法培训 of 培训. */
function inheritMatters(
  words: Iterable<{ readonly text: string; matter: string | undefined }>,
  matters: Readonly<Record<string, readonly string[]>>,
): void {
  const all = Object.entries(matters).flatMap(([matter, texts]) =>
    texts.map((text) => ({ matter, text })),
  );
  all.sort((a, b) => b.text.length - a.text.length);
  const lastOf = (text: string): (typeof all)[number] | undefined => {
    const found = all.filter((one) => text.includes(one.text));
    return found.toSorted((a, b) => endIn(text, b.text) - endIn(text, a.text))[0];
  };
  for (const word of words) word.matter ??= lastOf(word.text)?.matter;
}

/** What only indicators of one matter count speaks of it: 宣讲 of 普法. */
function lendMatters(frames: ReadonlyMap<string, readonly Frame[]>): void {
  const matters = new Map<Word, Set<string | undefined>>();
  for (const all of frames.values())
    for (const { things, indicator, atHand } of all)
      for (const thing of atHand ? [] : (things ?? [])) {
        const known = matters.get(thing) ?? new Set();
        matters.set(thing, known.add(indicator.matter));
      }
  for (const [thing, known] of matters) {
    const [matter] = known;
    if (known.size === 1 && !thing.roles.filler) thing.matter ??= matter;
  }
}
