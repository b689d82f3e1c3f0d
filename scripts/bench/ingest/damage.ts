import { Converter } from 'opencc-js/cn2t';
import type { Random } from './random.ts';

/** What happened to a page on its way: another script, readings put in, marks lost, names hidden. */
export type Damage = 'traditional' | 'pinyin' | 'garbled' | 'dashes' | 'masked';

/** Traditional characters that such converters are seen to put a reading after. */
const READINGS: Readonly<Record<string, string>> = {
  設: 'shè',
  會: 'huì',
  國: 'guó',
  務: 'wù',
  發: 'fā',
  業: 'yè',
  實: 'shí',
  關: 'guān',
  進: 'jìn',
  為: 'wèi',
  個: 'gè',
  對: 'duì',
  學: 'xué',
  時: 'shí',
  開: 'kāi',
  長: 'zhǎng',
  現: 'xiàn',
  機: 'jī',
  員: 'yuán',
  權: 'quán',
  項: 'xiàng',
  應: 'yīng',
  導: 'dǎo',
  級: 'jí',
  縣: 'xiàn',
  認: 'rèn',
  報: 'bào',
  區: 'qū',
  黨: 'dǎng',
  執: 'zhí',
  際: 'jì',
};

const toTraditional = Converter({ from: 'cn', to: 't' });

/** Which damages a page suffers, in the shares seen. */
export function pickDamages(random: Random): Damage[] {
  const isTraditional = random.chance(0.1);
  const damages: readonly (readonly [Damage, boolean])[] = [
    ['traditional', isTraditional],
    ['pinyin', isTraditional && random.chance(0.5)],
    ['garbled', random.chance(0.07)],
    ['dashes', random.chance(0.03)],
    ['masked', random.chance(0.02)],
  ];
  return damages.flatMap(([damage, happens]) => (happens ? [damage] : []));
}

/** Damage a line of a page; `isBody` where it is the document's text. */
export function damageLine(
  random: Random,
  line: string,
  damages: readonly Damage[],
  isBody: boolean,
): string {
  let text = line;
  if (damages.includes('dashes')) text = text.replace(/(20\d\d)—(20\d\d)/g, '$1$2');
  if (damages.includes('masked') && isBody)
    text = text
      .replace(/20\d\d年/g, (year) => (random.chance(0.3) ? '****年' : year))
      .replace(/杭州市/g, '（略）');
  if (damages.includes('traditional')) text = toTraditional(text);
  if (damages.includes('pinyin'))
    text = text.replace(/\p{Script=Han}/gu, (one) => {
      const reading = READINGS[one];
      return reading === undefined || random.chance(0.3) ? one : `${one}(${reading})`;
    });
  if (damages.includes('garbled') && isBody) text = `??${text}`;
  return text;
}
