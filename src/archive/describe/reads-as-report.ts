import { readNumeral } from '../outline/read-numeral.ts';

const TOPIC = /法治政府|依法行政|法治建设|依法治[省市县区州镇街]|全面依法/u;
const ANNOUNCED =
  /(?:报告|汇报|总结|公布|公开|公告|通报|情况)如下|(?:制定|提出)(?:本|如下|以下)|请予审议/u;
const OPENED = /^(?:在)?20\d\d年(?:度|以来|来|，|,|是|[\p{Script=Han}])/u;
const OTHER_REPORT = /^(?=.*(?:关于|20\d\d年)).{10,90}(?:报告|总结|汇报)$/u;
const OPENING = 4;
const HEADINGS = 2;

/**
 * Tells whether a document that prints no title reads as a report or a plan all the same: it
 * announces one on law-based government, or opens with its year and the subject and goes on in
 * numbered parts.
 *
 * @param above the lines right above the text; one that names another report speaks against it
 * @param body legible
 */
export function readsAsReport(above: readonly string[], body: readonly string[]): boolean {
  if (above.some((line) => OTHER_REPORT.test(line) && !/法治|依法/u.test(line))) return false;
  const opening = body.slice(0, OPENING);
  const isOfSubject = opening.some((line) => TOPIC.test(line));
  if (isOfSubject && opening.some((line) => ANNOUNCED.test(line))) return true;
  const isOpened = opening.some((line) => OPENED.test(line) && TOPIC.test(line));
  return isOpened && body.filter((line) => readNumeral(line) !== undefined).length >= HEADINGS;
}
