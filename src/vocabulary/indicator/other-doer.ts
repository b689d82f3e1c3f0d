import { OFFICE_NAME, PLACE } from './context-words.ts';

/** An office or a meeting acts for itself: what it does is none of the body named before. */
const OFFICE = new RegExp(
  `${PLACE}(?:委|(?:人民)?政府)?${OFFICE_NAME}(?!共?有?\\d(?!\\d*年))|(?:司法|审计|公安|信访|民政|教育|城管|应急管理|市场监管|自然资源|生态环境|住建|水利|交通运输|农业农村|文旅|人社|卫健|综合执法|行政审批)局|${PLACE}?(?:(?:人民)?政府|党?工?委|党政|党组|班子)(?:党组|常务|常委|联席|办公|全体|班子|扩大)*会(?!同|计)`,
  'y',
);
/** What begins no name. */
const VERBS =
  '[经由对在按将把为向报以共]|提[请交升供]|接受|配合|支持|邀请|组[织建]|会同|联合|督促|指导|推[动进行]|落实|加强|完善|健全|建[成立设]|设立|新[建设]|配[备强]|选[派聘]|抽[取调]|培育|评选|获评|创[建新]|形成|编[印制]|印发|开[通设展]|召[开集]|举[行办]|走访|回应|投入|聘[请任]|引[入进]|覆盖|惠及|涉及|解决|清理|取缔|查处|改造|整合|发挥|借助|通过|利用|围绕|针对|坚持|严[格把]|强化|深[化入]|优化|扩大|畅通|拓展|延伸|统筹|依[托法]|打[造通]|构建|搭建|规范|明确|出台|制[定发]|修订|公布|发布|安排|部署|要求|压[实紧减]|确保|实[行施现]|办理|受理|审[查核理]|调[解整]|化解|处理|参[加与]|累计|目前|其中';
/** What a name of a doer ends on. */
const ENDS =
  '单位|部门|机构|机关|组织|平台|渠道|顾问室|律师办公室|法律顾问|调委会|委员会|监委|人大常委会|常务会议?|常委会议?|党[组委]会?|办公会议?|检察院|[总支大中]队|[^各、，]科|[^布格结]局|法制办|法治办|“?123\\d\\d”?[^，。；：、\\d]{0,8}(?:热线|平台)|便民热线|服务中心|援助中心|窗口|司法所|[解调]工作站';
/** What does something, of no place or level: 各执法单位, 信访部门, 市纪委监委, 常务会议. */
const DOER = new RegExp(
  `(?!${VERBS}|(?:各级?)?行政机关)[^，。；：、（）\\d的及与对向把将]{0,12}?(?:${ENDS})(?![的、]|主要|负责|共?[有达为]?到?\\d(?!\\d*年)|数|成员|工作|建设|考核|意见)`,
  'y',
);

/**
 * Tell words of another doer than the body or place named before: 县司法局, 各执法单位.
 *
 * @param at where a clause begins, behind its time
 * @param isFirst whether nothing has been counted yet in the sentence: later clauses speak of parts
 *   of what was (行政机关败诉9件), and only an office acts for itself there
 */
export function isOtherDoer(plain: string, at: number, isFirst: boolean): boolean {
  OFFICE.lastIndex = DOER.lastIndex = at;
  return OFFICE.test(plain) || (isFirst && DOER.test(plain));
}
