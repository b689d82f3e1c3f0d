import { legible } from '../../report/characters/legible.ts';
import type { Kind } from '../../report/report.ts';
import type { Found, FoundPlace } from './description.ts';
import { isGovernment } from './is-organisation.ts';

const PLAN =
  /(?:方案|计划|要点|安排|规划|纲要|打算|分工|部署)(?:[（(][^（）()]*[）)])?(?:的通知)?$/u;
const REPORT =
  /(?:报告|情况|总结|汇报|工作|公报|白皮书|公示|公告|公开|公布|函)(?:的?(?:公示|公告|函))?(?:[（(][^（）()]*[）)])?$/u;
const OTHER =
  /自查|整改|督察|督查|评估|示范(?!区)|第一责任人|述法|述职|调研|考核|专项|普法|法治宣传|法律顾问|复议|应诉|意见$|通知$|通报$/u;

/** A text that speaks as an office (我局) whose name is nowhere: not its government's report. */
const UNKNOWN = 0.35;

/**
 * Tells what a document is: the yearly report of a place's government, a plan, the report of one
 * of its departments, or another.
 *
 * A township's report is of another body than the county it is filed under: it is not that
 * county's yearly report.
 *
 * @param isOfTownship whether the text speaks as a township or street (我镇)
 */
export function describeKind(
  title: Found<string> | undefined,
  issuer: Found<string>,
  place: FoundPlace,
  { isOfTownship }: { readonly isOfTownship: boolean },
): Found<Kind> {
  const text = legible(title?.value ?? '');
  const basis = title?.basis ?? 'document';
  const say = (value: Kind, confidence: number): Found<Kind> => ({
    value,
    basis,
    confidence,
    evidence: title?.value ?? issuer.value,
  });
  if (PLAN.test(text)) return say('plan', 0.95);
  if (place.township !== null) return say('other', 0.8);
  // Of a township whose name is nowhere.
  if (isOfTownship) return say('other', 0.5);
  if (
    !issuer.value.split('、').some(isGovernment) &&
    !/(?:市委|县委|区委|省委|州委)$/u.test(issuer.value)
  )
    return say('department', 0.9);
  if (issuer.confidence < UNKNOWN) return say('department', 0.5);
  if (OTHER.test(text)) return say('other', 0.7);
  if (REPORT.test(text)) return say('annual', 0.97);
  return say('annual', title === undefined ? Math.min(0.8, issuer.confidence + 0.3) : 0.55);
}
