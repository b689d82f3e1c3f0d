const BODY =
  /(?:政府|[省市县区州旗]委|委员会|常委会|人大|政协|办公室|领导小组|国务院|厅|局|司|办|部门|单位|机构|街道|乡镇|法院)/u;
const NO_ADDRESSEE = /如下|报告|情况|以下|具体|包括|主要|建设|做法|[。；！？]/u;
/** A superior without a place's name: 市政府, 省委全面依法治省委员会办公室. */
const SUPERIOR =
  /^(?:国务院|(?:中共)?[省市县区州](?:委|人民政府|政府|人大|司法|法治|依法|全面)[\p{Script=Han}、，]{0,30})$/u;
const LONGEST = 150;

/** Those a report is read to: 主任、各位副主任、各位委员：. */
const MEMBERS =
  /^(?:尊敬的)?(?:[\p{Script=Han}]{0,4}主任|各位(?:代表|委员|领导|主任))[\p{Script=Han}、，]{0,30}[:：]$/u;

/** Tells whether a line addresses a document to bodies, its colon included: `省政府：`. */
export function isAddressee(text: string): boolean {
  if (MEMBERS.test(text) && !NO_ADDRESSEE.test(text)) return true;
  return (
    /[:：]$/.test(text) && text.length <= LONGEST && BODY.test(text) && !NO_ADDRESSEE.test(text)
  );
}

/** Tells whether a line under a title addresses it to a superior, the colon lost: `市政府`. */
export function isBareAddressee(text: string): boolean {
  return (
    SUPERIOR.test(text) &&
    BODY.test(text) &&
    !/建设|工作|情况|报告|[局厅市县区省主书]长$|主任$|书记$/.test(text)
  );
}
