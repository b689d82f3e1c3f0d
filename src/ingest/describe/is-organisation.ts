const ENDS =
  /(?:人民政府|政府|管理委员会|管委会|委员会|委办|法制办|司法办|政府办|市委|县委|区委|省委|州委|党委|党工委|党组|工委|旗委|办公室|办事处|人大常委会|领导小组|[\p{Script=Han}]{2,}(?:局|厅|委|办|处|中心|院|司|署|总队|支队|大队|分局|公司|学校|协会|管理站))$/u;
const NEVER =
  /^(?:个人|政务|新闻|办事|用户|会员|政务服务|数据|互动|资讯|信息|公示|帮助)中心$|[。，；：,;:！？]|报告|方案|情况|工作$|建设$|动态$|公告$|公开$|新闻$/u;
const LONGEST = 40;

/**
 * Tells whether a line names a body and nothing else: a signature, a site's head, one of the two
 * lines of a joint issuer.
 *
 * @param text in the archive's typography
 */
export function isOrganisation(text: string): boolean {
  return (
    text.length <= LONGEST &&
    /^[\p{Script=Han}（）·—\s]+$/u.test(text) &&
    ENDS.test(text) &&
    !NEVER.test(text)
  );
}

/** Tells whether a body is a government, or the committee that runs a zone. */
export function isGovernment(name: string): boolean {
  return /(?:人民政府|(?<!人民)政府|管理委员会|行政委员会|管委会|行政公署|街道办事处|办事处)$/u.test(
    name,
  );
}
