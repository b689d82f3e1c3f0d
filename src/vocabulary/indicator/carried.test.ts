import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findObservations } from './find-observations.ts';
import { parseIndicators } from './parse-indicators.ts';

const vocabulary = new URL('../../../content/indicators/indicators.yaml', import.meta.url);
const indicators = parseIndicators(readFileSync(vocabulary, 'utf8'));

/** Read a paragraph, each figure as `indicator value scope/period<whole`. */
const read = (text: string): string[] =>
  findObservations(indicators, { heading: null, paragraphs: [{ id: 'p1', text }] }).map(
    ({ indicator, value, scope, period, subsetOf }) =>
      `${indicator} ${value}${scope === null ? '' : ` ${scope}`}${period === null ? '' : `/${period}`}${subsetOf === null ? '' : `<${subsetOf}`}`,
  );

it.each<[string, string[]]>([
  // A sentence without a number may name another doer.
  [
    '全系统现有执法人员63人。我局修订案件集体讨论规则，对疑难案件一律上会研究。作出行政处罚12件。',
    ['officers 63 全系统', 'penalties 12'],
  ],
  [
    '全系统现有执法人员63人。修订案件集体讨论规则，对疑难复杂案件一律上会研究。作出行政处罚12件。',
    ['officers 63 全系统', 'penalties 12 全系统'],
  ],
  // An office acts for itself in any clause; another doer at the head of a sentence.
  [
    '全地区执法人员36人，地区司法局评查执法案卷40份。',
    ['officers 36 全地区', 'case-file-reviews 40'],
  ],
  ['全旗执法人员36人，旗信访室登记信访事项9件。', ['officers 36 全旗', 'petitions 9']],
  ['全区执法人员36人。各执法单位作出行政处罚9件。', ['officers 36 全区', 'penalties 9']],
  ['全区执法人员36人。各部门作出行政处罚9件。', ['officers 36 全区', 'penalties 9 各部门']],
  ['全区执法人员36人。上半年，支队作出行政处罚9件。', ['officers 36 全区', 'penalties 9/上半年']],
  [
    '全县办理行政应诉案件9件，行政机关负责人出庭8件。',
    ['litigation-cases 9 全县', 'attended-cases 8 全县'],
  ],
  [
    '全县办理行政应诉案件9件。行政机关负责人出庭8件。',
    ['litigation-cases 9 全县', 'attended-cases 8 全县'],
  ],
  ['市政府急用先立，提请市人大常委会审议法规草案3件。', ['statutes-submitted 3 市政府']],
  // A meeting acts for itself, also after a semicolon.
  ['全市培训执法人员95人；市政府常务会议会前学法6次。', ['trainees 95 全市', 'study-sessions 6']],
  [
    '全乡聘请法律顾问2名。乡党政联席会议专题研究法治政府建设工作4次。',
    ['counsel 2 全乡', 'leadership-meetings 4'],
  ],
  ['全市培训执法人员95人；各级会前学法6次。', ['trainees 95 全市', 'study-sessions 6 全市']],
  // Nobody is named by a post, a verb that ends as an office does, or whose the papers are.
  ['村（社区）书记9人进行了述法。', ['accountability-reports 9']],
  [
    '办理行政许可73件，其中新办41件、局机关32件。',
    ['licences 73', 'licences 41<licences', 'licences 32 局机关<licences'],
  ],
  ['市司法局评查各地执法案卷42本。', ['case-file-reviews 42']],
  ['各地评查执法案卷42本。', ['case-file-reviews 42 各地']],
  // Kinds of places named as one are dealt out.
  [
    '市（州）、县（市、区）分别取消行政审批事项47项和38项。',
    ['approvals-cut 47 市（州）', 'approvals-cut 38 县（市、区）'],
  ],
  ['市（州）、县（市、区）共取消行政审批事项47项。', ['approvals-cut 47 市（州）、县（市、区）']],
  // What a colon announces is yet to come, to the end.
  [
    '全年培训执法人员95人。明年，全县将从两个方面发力：一是强化责任，常务会议学法6次。二是提高水平，培训执法人员80人。',
    ['trainees 95/全年'],
  ],
  ['现将情况报告如下：全年培训执法人员95人。', ['trainees 95/全年']],
  ['全县从两个方面发力：培训执法人员95人。', ['trainees 95 全县']],
  // Places are no projects.
  ['对5个设区市开展离任审计。', []],
  ['开展5个项目审计。', ['audits 5']],
  // Two bodies that do it together.
  ['县政府及县政府办公室制定规范性文件14件。', ['normative-issued 14 县政府及县政府办公室']],
  ['部门和乡镇制定规范性文件31件。', ['normative-issued 31 部门和乡镇']],
  ['部门和负责人制定规范性文件31件。', ['normative-issued 31']],
  ['区政府及其职能部门应诉行政案件64件。', ['litigation-cases 64 区政府及其职能部门']],
  // Zones.
  ['管委会行政复议办公室收到复议申请73件。', ['review-applied 73 管委会']],
  ['经开区管委会制定规范性文件3件。', ['normative-issued 3 经开区管委会']],
  ['管委会主任专题研究法治政府建设工作3次。', ['leadership-meetings 3']],
  ['开发区受理复议申请7件。', ['review-accepted 7 开发区']],
  ['在开发区建成站点，受理复议申请7件。', ['review-accepted 7']],
  ['全园区受理复议申请7件。', ['review-accepted 7 全园区']],
  // Who alone is said of a part.
  [
    '现有执法人员63人，其中局机关14人、综合执法支队31人、各县（市）分局18人。',
    [
      'officers 63',
      'officers 14 局机关<officers',
      'officers 31 综合执法支队<officers',
      'officers 18 各县（市）分局<officers',
    ],
  ],
  [
    '人民调解组织63个，其中行业中心14个。',
    ['mediation-bodies 63', 'mediation-bodies 14<mediation-bodies'],
  ],
  [
    '公职律师46名，其中自治区本级20名、盟市及以下26名。',
    [
      'government-lawyers 46',
      'government-lawyers 20 自治区本级<government-lawyers',
      'government-lawyers 26 盟市及以下<government-lawyers',
    ],
  ],
  // What 分别 and 依次 deal out: as many bodies as are named, or those of the list before.
  [
    '省级部门、市级部门、县级部门分别公布政务服务事项12项、14项和19项。',
    ['service-items 12 省级部门', 'service-items 14 市级部门', 'service-items 19 县级部门'],
  ],
  [
    '办理行政应诉案件，市政府18件、市直部门64件、镇街37件，负责人出庭率依次为94%、100%、97%。',
    [
      'litigation-cases 18 市政府',
      'litigation-cases 64 市直部门',
      'litigation-cases 37 镇街',
      'litigation-attendance-rate 94 市政府',
      'litigation-attendance-rate 100 市直部门',
      'litigation-attendance-rate 97 镇街',
    ],
  ],
  // What is among the things of the sentence before is part of them, not of its time.
  [
    '2023年，完成审计项目38个。审计项目中，经济责任审计17个。',
    ['audits 38/2023年', 'audits 17<audits'],
  ],
  ['2023年，完成审计项目38个。审计过程中，开展专项审计17个。', ['audits 38/2023年', 'audits 17']],
  // Parts in another unit, under another name, or after 其中 without a mark of a list.
  [
    '普法活动360场次，其中主题活动79场。',
    ['publicity-events 360', 'publicity-events 79<publicity-events'],
  ],
  [
    '审查涉法事项47件，其中规范性文件14件，合同13件，出具法律意见书39份。',
    [
      'legality-reviews 47',
      'legality-reviews 14<legality-reviews',
      'contracts-reviewed 13<legality-reviews',
      'legal-opinions 39',
    ],
  ],
  [
    '保留权责事项2684项，其中行政处罚1937项、行政许可211项。',
    ['powers 2684', 'powers 1937<powers', 'powers 211<powers'],
  ],
  // The next point has neither the parts nor the things of this one.
  [
    '（一）行政处罚：作出行政处罚214件；（二）行政许可：办理1376件。',
    ['penalties 214', 'licences 1376'],
  ],
  // Another thing in a clause of its own is no part.
  [
    '执法人员97名，其中法律专业的16名，配备法制审核人员54名。',
    ['officers 97', 'officers 16<officers'],
  ],
  // Times that end on 以来 and on a day.
  ['改革以来至2022年底，受理复议案件16件。', ['review-accepted 16/改革以来至2022年底']],
  ['到今年10月末，受理复议案件16件。', ['review-accepted 16/到今年10月末']],
  // The noun behind a list is said of each of it.
  [
    '全县6个乡镇、4个县直部门获评法治政府建设示范单位。',
    ['model-sites 6 全县', 'model-sites 4 全县'],
  ],
  [
    '市委常委会2次、市政府常务会议5次专题研究法治政府建设工作。',
    ['leadership-meetings 2', 'leadership-meetings 5'],
  ],
  ['市委常委会2次，市政府常务会议5次专题研究法治政府建设工作。', ['leadership-meetings 5']],
  // Rates of the last two times.
  [
    '热线去年受理诉求18万件，今年受理36万件，办结率分别为97%和99%。',
    [
      'hotline 180000/去年',
      'hotline 360000/今年',
      'hotline-close-rate 97/去年',
      'hotline-close-rate 99/今年',
    ],
  ],
  // A name in quotes is no scope, nor what a street has itself; what it is sued for is the whole's.
  ['通过“团场在线”公开政府信息512条。', ['disclosures 512']],
  ['街道14个社区开展普法活动96场。', ['publicity-events 96']],
  ['街道办理行政处罚案件96件。', ['penalties 96 街道']],
  ['全旗以政府及其部门为被告的行政诉讼案件58件。', ['litigation-cases 58 全旗']],
  // A sentence without a number may say whose the next is.
  [
    '2017年，全市两级行政复议局全部挂牌运行，受案格局基本成型。全年收到行政复议申请84件。',
    ['review-applied 84 全市/全年'],
  ],
  [
    '2017年，区政府严格落实合法性审核、集体讨论和统一编号制度。印发行政规范性文件7件。',
    ['normative-issued 7 区政府'],
  ],
  // Numbers of other things do not end it, bodies that are counted themselves do.
  [
    '县政府整合复议职责，新增编制3名。2023年，收到行政复议申请12件。',
    ['review-applied 12 县政府/2023年'],
  ],
  ['27个村（居）设置宣传栏，投入32万元。开展送法下乡活动31场。', ['publicity-events 31']],
  // Nor does one whom each hires for itself keep it, or who hands something in.
  ['各乡镇聘请法律顾问16名。', ['counsel 16']],
  ['各乡镇制定规范性文件16件。', ['normative-issued 16 各乡镇']],
  ['各乡镇报送的规范性文件经登记审查37件。', ['normative-filed-in 37']],
  // Two times joined by a word.
  [
    '2015年和2016年主动公开政府信息分别为58万条和74万条。',
    ['disclosures 580000/2015年', 'disclosures 740000/2016年'],
  ],
  // What is said again to speak of its parts.
  [
    '办结行政复议案件133件。办结的133件里，维持71件。',
    ['review-closed 133', 'review-upheld 71<review-closed'],
  ],
  // A rate does not change what is spoken of.
  [
    '审结复议案件68件，复议后败诉率下降至6%。省本级受理34件。',
    ['review-closed 68', 'litigation-lose-rate 6', 'review-accepted 34 省本级'],
  ],
])('carries what is said through %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it.each<[string, string[]]>([
  // Done to some of them, or by those who handed it in.
  ['收到备案规范性文件96件，审查后对其中7件提出意见。', ['normative-filed-in 96']],
  ['对其中15件复议案件作出撤销决定。', ['review-corrected 15']],
  ['对各县报请批准的23件法规提出意见。', []],
  ['提请批准的法规草案23件。', ['statutes-submitted 23']],
  ['登记镇街、部门报备的规范性文件21件。', ['normative-filed-in 21']],
  ['收到规范性文件21件，其中2件因缺少依据被退回。', ['normative-filed-in 21']],
  [
    '清理规范性文件21件，其中2件因有效期届满宣布失效。',
    ['normative-cleaned 21', 'normative-lapsed 2<normative-cleaned'],
  ],
  [
    '认领行政许可事项47项，其中实行告知承诺的11项。',
    ['approvals-listed 47', 'commitment-items 11<approvals-listed'],
  ],
  ['清理中介服务项目58项，取消其中的21项。', []],
  ['由法律顾问和两名法务专员审查。', []],
  ['现有法律顾问两名。', ['counsel 2']],
  ['行政许可事项办理环节由平均5.2个减为3.1个。', []],
  ['参训执法人员42人次，5名选手参加比武。', ['trainees 42']],
  // Of contracts alone what is reviewed is contracts, of a list it is all of them.
  ['对政府合同开展合法性审查112件。', ['contracts-reviewed 112']],
  ['对文件、政府合同开展合法性审查112件。', ['legality-reviews 112']],
  // Bodies counted themselves.
  ['26个部门纳入行政许可事项289项。', ['approvals-listed 289']],
  ['26个部门主要负责人述法。', ['accountability-reports 26']],
  // The words of what is counted do not bar it.
  ['办理代表意见建议和政协提案134件。', ['deputies-proposals 134']],
  ['办理意见建议134件。', []],
  // What is yet to come.
  ['下一步工作安排。开展法治培训6期。', []],
  ['五、2024年工作思路。开展法治培训6期。', []],
  ['对败诉率超过15%的部门约谈。', []],
  ['败诉率超过15%。', ['litigation-lose-rate 15']],
  ['把调解员派进用工千人以上的企业。', []],
  ['现有人民调解员千人以上。', ['mediators 1000']],
  ['对3部实施满五年的规章进行立法后评估。', []],
  ['存在的问题和下一步工作安排。开展法治培训6期。', ['trainings 6']],
  ['明年，抓好三项工作：一是推进立法；二是举办法治培训班6期。', []],
  ['明年，力争举办法治培训班6期；今年举办8期。', ['trainings 8/今年']],
  ['计划评查案卷100本，全年实际评查案卷137本。', ['case-file-reviews 137/全年']],
  ['败诉率控制在13%左右。', ['litigation-lose-rate 13']],
  ['败诉率控制在13%以内。', []],
  // Numbers that only look like one.
  ['48名单位“一把手”提交述法报告。', ['accountability-reports 48']],
  ['应诉案件首次突破万件大关，达到10837件。', ['litigation-cases 10837']],
  ['分两个阶段清理规范性文件34件。', ['normative-cleaned 34']],
  // A change is of what stands before it.
  ['保留行政许可事项82项，环节由427个减到296个。', ['approvals-kept 82']],
  [
    '由政府办理的代表建议87件、政协提案104件已办结。',
    ['deputies-proposals 87', 'deputies-proposals 104'],
  ],
])('reads what is meant in %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it('takes a bound from the words right before a number only', () => {
  const bound = (text: string): (string | null)[] =>
    findObservations(indicators, { heading: null, paragraphs: [{ id: 'p1', text }] }).map(
      ({ approx }) => approx,
    );
  expect(bound('作出行政处罚90件，其中超限超载33件。')).toEqual([null, null]);
  expect(bound('作出行政处罚超过90件。')).toEqual(['at-least']);
});
