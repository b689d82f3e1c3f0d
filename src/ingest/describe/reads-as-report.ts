import { readNumeral } from '../../report/printed-numeral.ts';
import { findUnnumberedHeadings } from '../outline/find-unnumbered-headings.ts';

const TOPIC = /法治政府|依法行政|法治建设|依法治[省市县区州镇街]|全面依法/u;
const ANNOUNCED = /(?:报告|汇报|总结|公布|公开|公告|通报|情况)如下|(?:制定|提出)(?:本|如下|以下)/u;
const OPENED =
  /^(?:在)?(?:(?:20\d\d|\*{2,4})年(?:度|以来|来|，|,|是|[\p{Script=Han}])|(?:今年|去年)以来|一年来|近年来)/u;
const OTHER_REPORT = /^(?=.*(?:关于|20\d\d年)).{10,90}(?:报告|总结|汇报)$/u;
const OPENING = 6;
const OFTEN = 2;
const HEADINGS = 2;

/**
 * Tells whether a document that prints no title reads as a report or a plan all the same: it
 * announces one on law-based government, or opens with its year, is on the subject, and goes on
 * in parts.
 *
 * @param above the lines right above the text; one that names another report speaks against it
 * @param body legible
 */
export function readsAsReport(above: readonly string[], body: readonly string[]): boolean {
  if (above.some((line) => OTHER_REPORT.test(line) && !/法治|依法/u.test(line))) return false;
  const opening = body.slice(0, OPENING);
  const isOfSubject = opening.some((line) => TOPIC.test(line));
  if (isOfSubject && opening.some((line) => ANNOUNCED.test(line))) return true;
  const isOpened = opening.some((line) => OPENED.test(line));
  const isOften = isOfSubject || body.filter((line) => TOPIC.test(line)).length >= OFTEN;
  const numbered = body.filter((line) => readNumeral(line) !== undefined).length;
  const isParted = numbered >= HEADINGS || findUnnumberedHeadings(body).size >= HEADINGS;
  return isOpened && isOften && isParted;
}
