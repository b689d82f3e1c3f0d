import type { FoundPlace } from './description.ts';

/** Departments by the words of their names, as addresses call them. */
const SLUGS: readonly (readonly [RegExp, string])[] = [
  [/司法|法制/u, 'justice'],
  [/公安/u, 'public-security'],
  [/财政/u, 'finance'],
  [/教育|教体/u, 'education'],
  [/民政/u, 'civil-affairs'],
  [/市场监督|市场监管|工商/u, 'market-regulation'],
  [/人力资源|人社/u, 'human-resources'],
  [/自然资源|国土|规划/u, 'natural-resources'],
  [/生态环境|环境保护|环保/u, 'ecology'],
  [/住房|住建|城乡建设/u, 'housing'],
  [/城市管理|城管|综合行政执法|综合执法/u, 'urban-management'],
  [/交通/u, 'transport'],
  [/水利|水务/u, 'water'],
  [/农业|农村|农牧/u, 'agriculture'],
  [/林业|林草|园林/u, 'forestry'],
  [/商务/u, 'commerce'],
  [/文化|旅游|文旅|文广/u, 'culture'],
  [/卫生|卫健|健康/u, 'health'],
  [/应急|安全生产|安监/u, 'emergency'],
  [/审计/u, 'audit'],
  [/税务/u, 'tax'],
  [/统计/u, 'statistics'],
  [/发展和改革|发展改革|发改/u, 'development-reform'],
  [/工业|工信|经济和信息化/u, 'industry'],
  [/科学技术|科技/u, 'science'],
  [/医疗保障|医保/u, 'medical-insurance'],
  [/退役军人/u, 'veterans'],
  [/信访/u, 'petitions'],
  [/行政审批|政务服务|数据/u, 'government-services'],
  [/机关事务/u, 'offices'],
  [/国资|国有资产/u, 'state-assets'],
  [/金融/u, 'financial-affairs'],
  [/体育/u, 'sports'],
  [/民族|宗教/u, 'ethnic-religious-affairs'],
  [/粮食|物资储备/u, 'grain'],
  [/气象/u, 'meteorology'],
  [/烟草/u, 'tobacco'],
];

/**
 * Gives the part of an address that tells a department, township or street from the others of its
 * place.
 *
 * @param spell gives the letters of Chinese words without tones or spaces
 * @example issuerSlug('齐齐哈尔市司法局', place, spell) // 'justice'
 */
export function issuerSlug(
  issuer: string,
  { region, township }: FoundPlace,
  spell: (text: string) => string,
): string {
  if (township !== null) return spell(township);
  const own = issuer.slice(
    issuer.lastIndexOf(region.name) + (issuer.includes(region.name) ? region.name.length : 0),
  );
  return (
    SLUGS.find(([words]) => words.test(own))?.[1] ??
    spell(own.replace(/^中共|[^\p{Script=Han}]/gu, ''))
  );
}
