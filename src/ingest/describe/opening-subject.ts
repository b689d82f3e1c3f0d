/** Paragraphs in which a report names itself as the one who did it all. */
const OPENING = 3;
/** What stands before the subject: the year, and under whose lead (在市委的领导下). */
const BEFORE =
  /^(?:20\d\d年是.{4,160}?(?:之年|[一收开]年|年份)[，,。])?(?:(?:在)?(?:20\d\d年(?:度|以来|来)?|一年来|近年来|今年以来)[，,]?)?(?:在[^。；]{2,80}?下[，,])*(?:中共)?/u;

const ANNOUNCED = /现[将就]([^。；]{4,60})(?:报告|汇报|公布|公开|总结|通报)如下/u;

/** What a report says that its subject did: 坚持以…, 认真学习…. */
export const subjectVerb =
  '(?:始终|坚持|以|认真|深入|全面|紧紧|紧扣|围绕|严格|高度|切实|积极|持续|扎实|不断|按照|贯彻|将|把|在|各级|牢牢|聚焦|着力|大力|坚决)';

/**
 * Gives the first paragraphs from where their subject stands: 2020年，鹤壁市坚持以….
 *
 * @param body legible
 */
export function openingSubjects(body: readonly string[]): string[] {
  return body
    .slice(0, OPENING)
    .map((paragraph) => paragraph.slice(BEFORE.exec(paragraph)?.[0].length ?? 0));
}

/**
 * Gives the words by which the first paragraphs announce what they report: 鹤壁市2020年法治政府建设
 * 情况 of 现将鹤壁市2020年法治政府建设情况报告如下.
 *
 * @param body legible
 */
export function announcements(body: readonly string[]): string[] {
  return body.slice(0, OPENING).flatMap((paragraph) => ANNOUNCED.exec(paragraph)?.[1] ?? []);
}
