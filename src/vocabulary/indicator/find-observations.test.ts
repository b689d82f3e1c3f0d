import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Role, Section } from '../../report/report.ts';
import { findObservations, reportObservations } from './find-observations.ts';
import { findSums } from './find-sums.ts';
import { parseIndicators } from './parse-indicators.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../../content/${file}`, import.meta.url), 'utf8');
const indicators = parseIndicators(read('indicators/indicators.yaml'));
const observe = (text: string, heading: string | null = null) =>
  findObservations(indicators, { heading, paragraphs: [{ id: 'p1', text }] });

const brief = (text: string, heading: string | null = null): string[] =>
  observe(text, heading).map(
    ({ indicator, value, unit, subsetOf }) =>
      `${indicator} ${value}${unit}${subsetOf === null ? '' : ` of ${subsetOf}`}`,
  );
const full = (text: string): string[] =>
  observe(text).map(({ indicator, value, approx, scope, period, subsetOf }) =>
    [indicator, approx, value, scope, period, subsetOf].filter((word) => word !== null).join(' '),
  );

describe('findObservations()', () => {
  it('tells the parts after 其中 from what is in brackets', () => {
    expect(
      brief(
        '做好行政复议工作。市本级受理12件，已办结20件（含上年结转8件），其中，维持11件，驳回2件，撤销5件，终止2件。',
      ),
    ).toEqual([
      'review-accepted 12件',
      'review-closed 20件',
      'review-carried 8件 of review-closed',
      'review-upheld 11件 of review-closed',
      'review-dismissed 2件 of review-closed',
      'review-corrected 5件 of review-closed',
      'review-terminated 2件 of review-closed',
    ]);
  });

  it.each([
    // Whose figure it is.
    [
      '区政府收到复议申请31件；乡镇政府收到复议申请3件。',
      ['review-applied 31 区政府', 'review-applied 3 乡镇政府'],
    ],
    ['全县受理复议案件9件。审结8件。', ['review-accepted 9 全县', 'review-closed 8 全县']],
    ['全县受理复议案件9件。举办培训班2期。', ['review-accepted 9 全县', 'trainings 2 全县']],
    ['县政府受理复议案件9件。举办培训班2期。', ['review-accepted 9 县政府', 'trainings 2']],
    ['全省受理复议案件900件，我县受理9件。', ['review-accepted 900 全省', 'review-accepted 9']],
    ['向省政府报备规范性文件7件。', ['normative-filed-up 7']],
    ['在全市率先制定规范性文件5件。', ['normative-issued 5']],
    ['以县政府为被告的行政诉讼案件6件。', ['litigation-cases 6 县政府']],
    ['12个乡镇举办培训班4期。', ['trainings 4 12个乡镇']],
    // A level named before a noun holds for what is not named again, not for what is.
    [
      '梳理市级规范性文件46件，废止9件，印发规范性文件3件。',
      ['normative-cleaned 46 市级', 'normative-repealed 9 市级', 'normative-issued 3'],
    ],
    [
      '全国办结行政复议案件29万件，我县办结38件。',
      ['review-closed 290000 全国', 'review-closed 38'],
    ],
    // Whose a lone part is, the next are; after a list of parts they are not.
    [
      '全市审结复议案件90件，其中市本级受理30件，审结20件。',
      [
        'review-closed 90 全市',
        'review-accepted 30 市本级 review-closed',
        'review-closed 20 市本级 review-closed',
      ],
    ],
    [
      '全县应诉案件41件，其中县政府8件、乡镇12件，行政机关败诉3件。',
      [
        'litigation-cases 41 全县',
        'litigation-cases 8 县政府 litigation-cases',
        'litigation-cases 12 乡镇 litigation-cases',
        'litigation-lost 3 全县',
      ],
    ],
    // What comes of the whole after its kinds is none of them.
    [
      '调解纠纷90件，其中邻里纠纷60件，调解成功80件。',
      ['mediations 90', 'mediations 60 mediations', 'mediations-succeeded 80'],
    ],
    [
      '审结复议案件90件，其中维持60件，驳回20件。',
      ['review-closed 90', 'review-upheld 60 review-closed', 'review-dismissed 20 review-closed'],
    ],
    // Whom something is done to does not do it.
    ['对28个部门、8个街道开展法治督察2轮。', ['inspections-of-law 2']],
    ['8个街道开展法治督察2轮。', ['inspections-of-law 2 8个街道']],
    ['区政府责令街道办事处重新作出处理决定4件。', []],
    // A scope under which nothing was counted gives way to the one before.
    [
      '全省调解纠纷90件，18个县区无积案。2022年，有调解组织8个。',
      ['mediations 90 全省', 'mediation-bodies 8 全省 2022年'],
    ],
    ['全局现有执法人员58人，作出行政处罚7件。', ['officers 58 全局', 'penalties 7 全局']],
    ['立足全局工作，作出行政处罚7件。', ['penalties 7']],
    ['各县（市）清理规范性文件64件。', ['normative-cleaned 64 各县（市）']],
    ['县级政府败诉率11%。', ['litigation-lose-rate 11 县级政府']],
    ['镇政府应诉案件2件。', ['litigation-cases 2 镇政府']],
    ['取消和调整市级权力事项90项，其中取消58项。', ['powers-cut 58 市级']],
    ['分两批取消市级权力事项48项。', ['powers-cut 48 市级']],
    // A month alone, and what only dates a thing.
    ['10月，受理复议案件9件。', ['review-accepted 9 10月']],
    ['受理复议案件9件，于10月办结。', ['review-accepted 9']],
    ['城管部门10月以来作出行政处罚41件。', ['penalties 41 10月以来']],
    ['党的二十大以来，受理法律援助案件9件。', ['legal-aid 9 党的二十大以来']],
    ['对截至上年底的政府规范性文件清理，废止41件。', ['normative-repealed 41']],
    ['截至上年底，废止规范性文件41件。', ['normative-repealed 41 截至上年底']],
    [
      '今年办理政协提案30件，当年办结，满意率99%。',
      ['deputies-proposals 30 今年', 'proposals-satisfaction 99 今年'],
    ],
    // One more of the same, and what 分别 deals out.
    ['举办讲座17场、3100人次。', ['trainings 17', 'trainees 3100']],
    ['举办培训班2期，326名干部通过考试。', ['trainings 2']],
    [
      '审结率、纠错率分别为93%、9%。作出行政处罚、行政强制分别为41件、8件。',
      ['review-close-rate 93', 'review-correction-rate 9', 'penalties 41', 'coercions 8'],
    ],
    ['维持率和纠错率分别为60%、9%。', []],
    // Each is to have it, or does it often.
    ['组织86名调解员每月走访。', ['mediators 86']],
    ['对拟出台的文件、拟作的决定开展合法性审查14件。', ['legality-reviews 14']],
    ['拟开展合法性审查14件。', []],
    // A time that something happened, or that is only compared with.
    ['6月1日改革实施以来，受理复议案件9件。', ['review-accepted 9 6月1日改革实施以来']],
    [
      '6月1日新修订的行政处罚法正施行以来，作出行政处罚9件。',
      ['penalties 9 6月1日新修订的行政处罚法正施行以来'],
    ],
    ['6月1日召开会议，受理复议案件9件。', ['review-accepted 9']],
    ['与2022年的8件相比，受理复议案件9件。', ['review-accepted 9']],
    ['前10个月，受理信访事项9件；年度内审计项目8个。', ['petitions 9 前10个月', 'audits 8 年度内']],
    ['2021-2022年，应诉案件62件。', ['litigation-cases 62 2021-2022年']],
    [
      '2022年应诉案件32件，败诉率8%；2023年为28件。',
      ['litigation-cases 32 2022年', 'litigation-lose-rate 8 2022年', 'litigation-cases 28 2023年'],
    ],
    // Bodies within a list, and what is of an office, not of its street.
    ['有村调委会7个、社区调委会2个。', ['mediation-bodies 7 村', 'mediation-bodies 2 社区']],
    ['街道官网公开政府信息9条；街道公开政府信息8条。', ['disclosures 9', 'disclosures 8 街道']],
    ['市、县（市、区）两级受理复议案件9件。', ['review-accepted 9 市、县（市、区）两级']],
    [
      '应诉案件6宗，其中一审4宗、二审2宗，已结5宗。',
      [
        'litigation-cases 6',
        'litigation-cases 4 litigation-cases',
        'litigation-cases 2 litigation-cases',
      ],
    ],
    ['出台政府规章3部；现行有效地方性法规7部、政府规章16部。', ['rules-made 3']],
    ['3名执法人员均取得执法证。', ['officers 3']],
    ['村干部、人民调解员、网格员共130人到场。', []],
    // Since something began, at the head; what is looked at anew is the whole's.
    ['自新行政复议法施行以来，受理复议案件9件。', ['review-accepted 9 新行政复议法施行以来']],
    ['长期以来，受理复议案件9件。', ['review-accepted 9']],
    ['入汛以来，作出行政处罚9件。', ['penalties 9 入汛以来']],
    ['水政队伍汛期以来作出行政处罚9件。', ['penalties 9 汛期以来']],
    ['“国家安全日”期间，开展普法宣传9场。', ['publicity-events 9 “国家安全日”期间']],
    ['审理期间，终止复议案件9件。', ['review-terminated 9']],
    ['至9月底，受理复议案件9件。', ['review-accepted 9 至9月底']],
    [
      '全年受理复议案件90件，上年结存8件；审结80件。',
      ['review-accepted 90 全年', 'review-carried 8 全年', 'review-closed 80 全年'],
    ],
    ['全年受理复议案件90件（上一年为31件）。', ['review-accepted 90 全年']],
    // In brackets it is whose the number before them is.
    [
      '全市办理法律援助案件90件，其中市本级9件（民事7件）。',
      ['legal-aid 90 全市', 'legal-aid 9 市本级 legal-aid', 'legal-aid 7 市本级 legal-aid'],
    ],
    ['我街道应诉行政诉讼案件9件。', ['litigation-cases 9']],
    ['街道综合执法队作出行政处罚9件。', ['penalties 9']],
    [
      '县政府印发规范性文件9件，审查乡镇报备的规范性文件7件。',
      ['normative-issued 9 县政府', 'normative-filed-in 7'],
    ],
    ['镇级决策均经审查，今年审核合同9份。', ['contracts-reviewed 9 今年']],
    [
      '公布县级行政许可事项清单，列入事项9项，实行告知承诺的涉企经营许可事项7项。',
      ['approvals-listed 9 县级', 'commitment-items 7'],
    ],
    [
      '2021年、2022年分别受理复议案件9件、7件，两年共审结8件。',
      ['review-accepted 9 2021年', 'review-accepted 7 2022年', 'review-closed 8 两年'],
    ],
    ['行政复议结案率、满意率均为93%。', ['review-close-rate 93']],
    [
      '对照省级目录，取消行政权力9项，调整后区级共有行政权力事项90项。',
      ['powers-cut 9', 'powers 90 区级'],
    ],
    [
      '合法性审核90件，其中规范性文件21件、合同协议30件、其他9件。',
      [
        'legality-reviews 90',
        'legality-reviews 21 legality-reviews',
        'contracts-reviewed 30 legality-reviews',
      ],
    ],
    ['行政复议结案率、调解和解率分别为93%、62%。', ['review-close-rate 93']],
    [
      '全市收到复议申请49件。市政府受理12件。从结果看，审结42件。',
      ['review-applied 49 全市', 'review-accepted 12 市政府', 'review-closed 42 全市'],
    ],
    [
      '全市收到复议申请49件。市政府受理12件。审结10件。',
      ['review-applied 49 全市', 'review-accepted 12 市政府', 'review-closed 10 市政府'],
    ],
    ['对部门、街镇报备的26件规范性文件备案审查。', ['normative-filed-in 26']],
    // Shares are no rates, and parts with their shares go on behind a semicolon.
    [
      '审结复议案件90件，结案率93%，其中维持60件，占61%；驳回30件，占33%。',
      [
        'review-closed 90',
        'review-close-rate 93',
        'review-upheld 60 review-closed',
        'review-dismissed 30 review-closed',
      ],
    ],
    [
      '审结复议案件90件，其中维持60件；驳回30件。',
      ['review-closed 90', 'review-upheld 60 review-closed', 'review-dismissed 30'],
    ],
    ['复议申请事项中，行政处罚类案件15宗。', []],
    // An office acts for itself.
    [
      '县政府研究法治政府建设5次，县司法局开展法治督察2轮。',
      ['leadership-meetings 5 县政府', 'inspections-of-law 2'],
    ],
    [
      '县政府研究法治政府建设5次，先后开展法治督察2轮。',
      ['leadership-meetings 5 县政府', 'inspections-of-law 2 县政府'],
    ],
    // What is only compared with is not what the passage speaks of.
    [
      '行政复议收案74件，首次超过行政诉讼，调解结案20件。',
      ['review-applied 74', 'review-settled 20'],
    ],
    ['行政复议收案74件，行政诉讼方面，调解结案20件。', ['review-applied 74']],
    // A number and its body are one, also with 和.
    ['52名部门和乡镇主要负责人年终述法。', ['accountability-reports 52']],
    ['培训干部52名和群众90名。', ['trainees 52']],
    ['各州（市）报备规范性文件9件。', ['normative-filed-up 9 各州（市）']],
    ['州级部门权责事项20项，县市级30项。', ['powers 20 州级部门', 'powers 30 县市级']],
    ['村级服务室97个，受理法律援助案件9件。', ['legal-aid 9']],
    // Asked for are numbers behind the word.
    ['保留的89项为国家要求实施的行政许可。', ['approvals-kept 89']],
    ['要求保留行政许可89项。', []],
    ['败诉率控制在8%以内。', []],
    [
      '县本级开展执法培训3期41人次，乡镇开展13期56人次。',
      ['trainings 3 县本级', 'trainees 41 县本级', 'trainings 13 乡镇', 'trainees 56 乡镇'],
    ],
    ['在合法性审查中，审查重大决策、规范性文件等87件。', ['legality-reviews 87']],
    ['对206件规范性文件逐一审查。', ['normative-filed-in 206']],
    // Lists, and what they hold.
    ['梳理权责清单12张，权责清单1200项。', ['powers 1200']],
    // Of what time it is.
    ['今年1至11月收到复议申请67件。', ['review-applied 67 今年1至11月']],
    [
      '2024年收到复议申请80件，为2020年的4倍，审结60件。',
      ['review-applied 80 2024年', 'review-closed 60 2024年'],
    ],
    [
      '2024年收到复议申请80件，2020年收到20件，审结18件。',
      ['review-applied 80 2024年', 'review-applied 20 2020年', 'review-closed 18 2020年'],
    ],
    // What of a whole is a part, and of which.
    [
      '有调解组织85个，其中镇级30个，调解员90人，其中专职12人。',
      [
        'mediation-bodies 85',
        'mediation-bodies 30 镇级 mediation-bodies',
        'mediators 90',
        'mediators 12 mediators',
      ],
    ],
    [
      '权力事项300项，其中行政检查20项，取消权力事项31项。',
      ['powers 300', 'powers 20 powers', 'powers-cut 31'],
    ],
    [
      '办理法律援助案件90件，其中民事案件80件，行政案件10件。',
      ['legal-aid 90', 'legal-aid 80 legal-aid', 'legal-aid 10 legal-aid'],
    ],
    ['区级权力事项由300项调整为280项。', ['powers 280 区级']],
    [
      '取消行政许可事项4项，市级行政许可事项由286项精简为260项。',
      ['approvals-cut 4', 'approvals-kept 260 市级'],
    ],
    [
      '2022年、2023年分别应诉案件54件、61件，负责人出庭应诉率分别为96%和99%。',
      [
        'litigation-cases 54 2022年',
        'litigation-cases 61 2023年',
        'litigation-attendance-rate 96 2022年',
        'litigation-attendance-rate 99 2023年',
      ],
    ],
    [
      '州、县两级办理法律援助案件90件，县级政府及部门举办培训班2期。',
      ['legal-aid 90 州、县两级', 'trainings 2 县级政府及部门'],
    ],
    [
      '处分党员40人，其中县处级1人，问责领导干部6人。',
      ['discipline 40', 'discipline 1 discipline', 'held-to-account 6'],
    ],
    ['区级权力事项动态调整280项。', []],
    [
      '行政复议工作中，在已办结的68件案件中，调解30件。',
      ['review-closed 68', 'review-settled 30 review-closed'],
    ],
    ['受理信息公开申请39件，涉及行政复议2件、行政诉讼1件。', ['disclosure-requests 39']],
    ['行政诉讼案件数量持续下降，由486件降至391件。', ['litigation-cases 391']],
    ['开展普法活动9场，清理案件7件，由486件降至391件。', ['publicity-events 9']],
    ['取消权力事项6项；保留行政权力80项。', ['powers-cut 6', 'powers 80']],
    ['法律援助案件90件，其中涉及当事人98人。', ['legal-aid 90']],
    ['“12348”热线接听来电93个。', []],
    ['“12345”热线接听来电93个。', ['hotline 93']],
    [
      '全市有调解组织85个，其中镇级30个。',
      ['mediation-bodies 85 全市', 'mediation-bodies 30 镇级 mediation-bodies'],
    ],
    [
      '全县和县本级分别收到复议申请70件、20件。',
      ['review-applied 70 全县', 'review-applied 20 县本级'],
    ],
    [
      '县乡两级受理复议案件70件，审结60件。其中县政府受理40件。',
      [
        'review-accepted 70 县乡两级',
        'review-closed 60 县乡两级',
        'review-accepted 40 县政府 review-accepted',
      ],
    ],
    // Of what time.
    ['公布清单（2021年版），审结复议案件60件。', ['review-closed 60']],
    [
      '2021年为8%，2022年行政诉讼败诉率为6%。',
      ['litigation-lose-rate 8 2021年', 'litigation-lose-rate 6 2022年'],
    ],
    ['2022年为8%，2022年行政诉讼败诉率为6%。', ['litigation-lose-rate 6 2022年']],
    [
      '今年办理政协提案30件，去年办理20件。',
      ['deputies-proposals 30 今年', 'deputies-proposals 20 去年'],
    ],
    ['今年办理政协提案30件，去年督办20件。', ['deputies-proposals 30 今年']],
    ['近三年来，受理复议案件70件。审结60件。', ['review-accepted 70 近三年来', 'review-closed 60']],
    ['2019年以来败诉率走低，2022年败诉率为5%。', ['litigation-lose-rate 5 2022年']],
    ['截至11月底，评查案卷80份。', ['case-file-reviews 80 截至11月底']],
    ['2022年1月1日至6月30日，评查案卷80份。', ['case-file-reviews 80 2022年1月1日至6月30日']],
    ['11月30日，评查案卷80份。', ['case-file-reviews 80']],
    ['废止2015年度规范性文件8件。', ['normative-repealed 8']],
    [
      '2021年、2022年分别受理复议案件30件、40件。',
      ['review-accepted 30 2021年', 'review-accepted 40 2022年'],
    ],
    // Of how much.
    ['受理复议案件近90件，审结80余件。', ['review-accepted under 90', 'review-closed at-least 80']],
    ['出庭率由71%提升至93%。', ['litigation-attendance-rate 93']],
    ['公职律师从20人增至31人。', ['government-lawyers 31']],
    ['出庭率同比提高6%。', []],
    ['力争出庭率达到95%，败诉率降到5%。', []],
    ['每年至少举办培训班3期。', []],
    ['计划举办培训班3期。', []],
    ['制定抽查计划，开展双随机抽查9次。', ['random-inspections 9']],
    ['新聘法律顾问6名，总数达到30名。', ['counsel 30']],
    ['行政诉讼败诉率下降2个百分点，降至6%。', ['litigation-lose-rate 6']],
    ['审批事项由90项精简至60项。', ['approvals-kept 60']],
    ['将开展执法检查2次，评查案卷80份。', []],
    ['开展执法检查2次，评查案卷80份。', ['case-file-reviews 80']],
    ['每个村配备1名网格员，选聘调解员2名。', []],
    ['每个村配备1名网格员，全县选聘调解员300名。', ['mediators 300 全县']],
    // What is counted.
    ['公布权力事项90项，其中行政许可20项。', ['powers 90', 'powers 20 powers']],
    ['办理行政处罚案件90件，其中不予处罚20件。', ['penalties 90']],
    ['取消审批事项8项，保留60项。', ['approvals-cut 8', 'approvals-kept 60']],
    ['对18件规范性文件、3件协议进行清理。', ['normative-cleaned 18']],
    ['取消和保留审批事项8项。', []],
    ['取消和下放审批事项8项。', ['approvals-cut 8']],
    ['清理规范性文件9件，修改和废止4件。', ['normative-cleaned 9']],
    ['培训执法人员4期260人次。', ['trainings 4', 'trainees 260']],
    ['培训执法人员4期，下发260人次。', ['trainings 4']],
    ['评查2021年度执法案卷80份。', ['case-file-reviews 80']],
    ['对拟出台的80件文件进行合法性审核。', ['legality-reviews 80']],
    [
      '办结复议案件80件，比上年增加20件，其中公安类60件。',
      ['review-closed 80', 'review-closed 60 review-closed'],
    ],
    ['交通、城管等6个领域的行政处罚案卷70份参加评查。', ['case-file-reviews 70']],
    [
      '全省新收、审结复议案件分别为900件、800件。',
      ['review-applied 900 全省', 'review-closed 800 全省'],
    ],
    [
      '在已审结的60件复议案件中，撤销5件。',
      ['review-closed 60', 'review-corrected 5 review-closed'],
    ],
    ['审结复议案件60件。其中，撤销5件。', ['review-closed 60', 'review-corrected 5 review-closed']],
    ['受理复议案件１，２６０件。', ['review-accepted 1260']],
    ['办理信访件70件（次）。', ['petitions 70']],
    ['组织一轮执法培训。', []],
    [
      '作出复议决定41件：维持25件，撤销3件。',
      ['review-closed 41', 'review-upheld 25 review-closed', 'review-corrected 3 review-closed'],
    ],
    [
      '新收复议案件60件，比上年的40件增加20件，其中市本级12件。',
      ['review-applied 60', 'review-applied 12 市本级 review-applied'],
    ],
    ['审查重大决策7件、合同20份。', ['legality-reviews 7', 'contracts-reviewed 20']],
    [
      '全年受理复议案件8件，目前有公职律师9名。',
      ['review-accepted 8 全年', 'government-lawyers 9'],
    ],
    ['行政诉讼案件35件，二审9件。', ['litigation-cases 35', 'litigation-cases 9']],
    ['复议案件中，行政处罚类30件、行政强制类5件。', []],
    ['复议案件涉及行政处罚30件。作出行政处罚50件。', ['penalties 50']],
    ['法律援助工作有力，鉴定机构办理案件60件。', []],
    ['规范性文件拟废止8件、修改5件，失效3件。', ['normative-lapsed 3']],
    ['3名人民调解员被评为先进。', []],
    ['确保按期审结率98%，培训执法人员800人次。', []],
    ['确保按期审结，全年培训执法人员800人次。', ['trainees 800 全年']],
    ['取消行政职权14项，权责清单事项调整为90项。', ['powers-cut 14', 'powers 90']],
    ['2023年1至11月，受理复议案件9件。', ['review-accepted 9 2023年1至11月']],
    ['1998年受理复议案件9件。', ['review-accepted 9 1998年']],
    ['市县法院受理一审行政案件90件，审结80件。', ['court-first-instance 90']],
    ['各部门、镇街报备规范性文件9件。', ['normative-filed-up 9 各部门、镇街']],
    ['承接市级下放的审批事项6项。', ['approvals-cut 6']],
    ['承接4项省级行政权力、下放了9项行政权力。', ['powers-cut 9']],
    ['市政府办理全国、省人大代表建议9件。', ['deputies-proposals 9 市政府']],
    [
      '办理市政府行政应诉案件34件，其中一审14件。',
      ['litigation-cases 34 市政府', 'litigation-cases 14 市政府 litigation-cases'],
    ],
    [
      '权责事项90项，其中行政许可20项；取消6项。',
      ['powers 90', 'powers 20 powers', 'powers-cut 6'],
    ],
    ['全旗苏木乡镇、嘎查村共设人民调解委员会182个。', ['mediation-bodies 182 全旗']],
    ['命名盟级法治政府建设示范单位7个。', ['model-sites 7']],
    ['加强县级合法性审查力量，审查合同312件。', ['contracts-reviewed 312']],
    [
      '全县建成村级调委会186个、镇级调委会15个，人民调解员126名。',
      ['mediation-bodies 186 全县', 'mediation-bodies 15 镇级', 'mediators 126 全县'],
    ],
    [
      '全县有村（居）调委会186个、乡镇人民调解委员会15个，人民调解员126名。',
      ['mediation-bodies 186 村（居）', 'mediation-bodies 15 乡镇', 'mediators 126 全县'],
    ],
    ['全县办理行政复议案件86件。审结80件。', ['review-closed 80 全县']],
    ['以部门为被告的行政诉讼案件61件。', ['litigation-cases 61 部门']],
    [
      '2022年、2023年分别受理行政复议案件21件、30件，审结20件、28件。',
      [
        'review-accepted 21 2022年',
        'review-accepted 30 2023年',
        'review-closed 20 2022年',
        'review-closed 28 2023年',
      ],
    ],
    ['全区苏木镇（街道）司法所38个，人民调解员126名。', ['mediators 126 全区']],
    ['组织参加全省行政执法培训班3期。', ['trainings 3']],
    [
      '2021年1月1日起至2025年6月30日，清理规范性文件81件。',
      ['normative-cleaned 81 2021年1月1日起至2025年6月30日'],
    ],
    ['编制镇（街道）权责清单，梳理权责事项162项。', ['powers 162 镇（街道）']],
    ['重组后全县人民调解委员会86个。', ['mediation-bodies 86 全县']],
    ['推进镇街合法性审核，审查合同26件。', ['contracts-reviewed 26']],
    [
      '县政府收到行政复议申请29件。二是抓审理。审结21件。',
      ['review-applied 29 县政府', 'review-closed 21 县政府'],
    ],
    [
      '县政府收到行政复议申请29件。二是抓应诉。行政应诉案件21件。',
      ['review-applied 29 县政府', 'litigation-cases 21'],
    ],
    ['结转到今年的复议案件7件，维持5件。', ['review-carried 7', 'review-upheld 5']],
    [
      '复议案件审结9件，分别为维持6件、驳回3件。',
      ['review-closed 9', 'review-upheld 6 review-closed', 'review-dismissed 3 review-closed'],
    ],
    ['办理行政许可2019年721件，2020年803件。', ['licences 721 2019年', 'licences 803 2020年']],
    ['应诉案件中，审结的18件中败诉3件。', ['litigation-lost 3']],
    ['复议案件受理8件中止2件。', ['review-accepted 8']],
    [
      '调解纠纷分别为：2020年181件、2021年201件。',
      ['mediations 181 2020年', 'mediations 201 2021年'],
    ],
    ['组织12期执法人员轮训共523人次。', ['trainings 12', 'trainees 523']],
    ['41项证明事项、27项许可事项推行告知承诺制。', ['commitment-items 41', 'commitment-items 27']],
    [
      '合法性审查132件，其中合同类88件。',
      ['legality-reviews 132', 'contracts-reviewed 88 legality-reviews'],
    ],
    ['重大行政处罚备案56件，对其中3件提出意见。', ['penalties-filed 56']],
    ['按照“一案一卷”要求评查案卷44卷。', ['case-file-reviews 44']],
    ['表1 本年度情况：行政处罚73件。', ['penalties 73 本年度']],
    ['行政机关负责人出庭应诉率百分百。', ['litigation-attendance-rate 100']],
    // The lowest kinds of places stand in names.
    ['梳理街道权责清单，现有权责事项98项。', ['powers 98']],
    ['街道权责事项98项。', ['powers 98 街道']],
    ['社区调委会调解纠纷41起。', ['mediations 41']],
    ['列席镇街会议20次，出具法律意见31条。', ['legal-opinions 31']],
    ['旗级领导班子会前学法9次。', ['study-sessions 9']],
    ['参照国家和省级目录编制清单，保留行政许可事项98项。', ['approvals-kept 98']],
    ['引导各单位集体学法31次。', ['study-sessions 31']],
    [
      '省级行政权力取消9项。2022年，取消行政权力12项。',
      ['powers-cut 9 省级', 'powers-cut 12 2022年'],
    ],
    ['围绕市级重点工作，审查合同9份。', ['contracts-reviewed 9']],
    ['抽调各乡镇执法人员，评查案卷9份。', ['case-file-reviews 9']],
    ['全年县级领导干部集体学法9次。', ['study-sessions 9 全年']],
    ['对接省级目录，编制县级许可清单，列入许可事项98项。', ['approvals-listed 98']],
    [
      '街镇调解纠纷90件，其中街道30件、镇60件。',
      ['mediations 90 街镇', 'mediations 30 街道 mediations', 'mediations 60 镇 mediations'],
    ],
    ['参加州级培训班2期。', ['trainings 2']],
    ['获评州级优秀案卷2份，评查案卷90份。', ['case-file-reviews 90']],
    ['乡镇长述法21人。', ['accountability-reports 21']],
    ['街道党工委会前学法9次。', ['study-sessions 9']],
    ['市级经费有保障，培训执法人员900人次。', ['trainees 900']],
    ['成立镇级领导小组，审查合同9份。', ['contracts-reviewed 9']],
    ['成立调解组织9个。', ['mediation-bodies 9']],
    ['汇总各部门数据，办理行政许可98件。', ['licences 98']],
    ['依据2021年修订的行政处罚法，作出行政处罚90件。', ['penalties 90']],
    ['评查案卷90份，其中优秀卷12份。', ['case-file-reviews 90']],
    // A level behind the number, and one that has a verb.
    ['46项州级行政权力取消。', ['powers-cut 46 州级']],
    ['取消区级行使的行政权力8项。', ['powers-cut 8 区级']],
    ['清理历年规范性文件81件。', ['normative-cleaned 81']],
    ['全县排查隐患60次，调解纠纷51起。', ['mediations 51 全县']],
    // What is said again of some of them is no new figure.
    [
      '县政府受理复议案件40宗，审结30宗；办结案件中，维持21宗、驳回5宗。',
      [
        'review-accepted 40 县政府',
        'review-closed 30 县政府',
        'review-upheld 21 县政府 review-closed',
        'review-dismissed 5 县政府 review-closed',
      ],
    ],
    [
      '已审结复议案件的68宗之中，驳回12宗。',
      ['review-closed 68', 'review-dismissed 12 review-closed'],
    ],
    ['办理行政应诉案件36宗；25宗中，胜诉21宗。', ['litigation-cases 36']],
    ['败诉率从2020年的9%、2021年的8%降至6%。', ['litigation-lose-rate 6']],
    ['自行取消权力事项4项、下放12项。', ['powers-cut 4', 'powers-cut 12']],
    [
      '我镇支持法院审理案件，办理行政应诉案件14起，其中败诉2起。',
      ['litigation-cases 14', 'litigation-lost 2 litigation-cases'],
    ],
    ['公职律师90名，公司律师12名。', ['government-lawyers 90']],
    ['审查合同9份，公平竞争审查17件。', ['contracts-reviewed 9']],
  ])('reads %s', (text, expected) => {
    expect(full(text)).toEqual(expected);
  });

  it('goes by the matter named last', () => {
    expect(brief('收到复议申请9件，受理8件。开展法律援助，受理50件，审结40件。')).toEqual([
      'review-applied 9件',
      'review-accepted 8件',
      'legal-aid 50件',
    ]);
    expect(brief('推进行政复议。做好公证工作。受理50件。')).toEqual([]);
  });

  it('takes the matter from the heading where the paragraph names none, with more doubt', () => {
    const [one] = observe('全年受理8件。', '加强行政复议工作');
    expect(one).toMatchObject({ indicator: 'review-accepted', value: 8 });
    expect(one?.confidence).toBeLessThan(0.9);
    expect(observe('全年受理8件。', '加强信访工作')).toEqual([]);
  });

  it('reads no figure from a year, a date or a number of another thing', () => {
    expect(brief('2019年，认真受理行政复议案件，3月15日召开会议，印发〔2019〕18号文件。')).toEqual(
      [],
    );
  });

  it.each([
    '：',
    '“',
    '近',
    '9',
    '（',
    '）',
    '、',
    '其中',
    '其中1件。',
    '《',
    '全市',
    '3件',
    '受理',
    '1个2',
    '百分之',
    '第',
    '20',
    '年以来',
  ])(
    'reads 100,000 of “%s” without going back over them',
    (unit) => {
      const count = Math.ceil(100_000 / unit.length);
      const [before, between] = [
        `${unit.repeat(count)}受理复议案件8件。`,
        `受理复议案件${unit.repeat(count)}8件。`,
      ];
      for (const text of [unit.repeat(count), before, between]) {
        observe(text);
        findSums(text, indicators);
      }
    },
    20_000,
  );
});

describe('how sure a figure is', () => {
  const sure = (text: string, heading: string | null = null): number | undefined =>
    observe(text, heading).at(-1)?.confidence;

  it.each<[string, string, string]>([
    ['a verb alone', '复议审结8件。', '审结复议案件8件。'],
    ['an elided part', '共有调解组织9个，其中村级8个。', '共有调解组织9个，村级调解组织8个。'],
    [
      'a scope of the sentence before',
      '全县受理复议案件9件。审结复议案件8件。',
      '受理复议案件9件。审结复议案件8件。',
    ],
    [
      'a number before it of which nothing is known',
      '种树9件，审结复议案件8件。',
      '受理复议案件9件，审结复议案件8件。',
    ],
    ['a verb beside its own', '协调审结复议案件8件。', '开展审结复议案件8件。'],
    ['a verb after the number', '复议案件8件被驳回。', '驳回复议案件8件。'],
    ['a thing after the number', '8名公职律师。', '公职律师8名。'],
    ['a unit it is seldom counted in', '举办培训班8场次。', '举办培训班8场。'],
    ['a thing without a verb', '行政处罚8件。', '作出行政处罚8件。'],
    ['words that nobody knows', '赴山区审结复议案件8件。', '审结复议案件8件。'],
    ['words between', '行政执法人员住址电话8人。', '行政执法人员8人。'],
  ])('is less for %s', (_, doubtful, plain) => {
    expect(sure(doubtful)).toBeLessThan(sure(plain) ?? 0);
  });
});

const section = (id: string, role: Role, text: string, sections: Section[] = []): Section => ({
  ...{ id, number: [], label: null, heading: null, stop: null, style: 'none', supplied: false },
  ...{ roles: [role], themes: [], paragraphs: [{ id: `${id}-p`, text, points: [] }], sections },
});
const tree = [
  section('s1', 'body', '举办讲座3期。', [section('s1-1', 'body', '完成审计项目9个。')]),
  section('s2', 'plans', '举办讲座5期。'),
];

it('reads every section but those of plans', () => {
  expect(
    reportObservations(indicators, 'annual', tree).map(
      ({ indicator, value, paragraph }) => `${paragraph} ${indicator} ${value}`,
    ),
  ).toEqual(['s1-p trainings 3', 's1-1-p audits 9']);
});

it('reads nothing from a plan', () => {
  expect(reportObservations(indicators, 'plan', tree)).toEqual([]);
});
