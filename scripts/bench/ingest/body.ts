import type { Random } from './random.ts';
import type { Naming, Subject } from './subject.ts';

export interface BodyOptions {
  readonly naming: Naming;
  /** How sub-headings and headings stand. */
  readonly style: 'run-in' | 'own-line' | 'two-level' | 'unnumbered';
}

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Write the text of a made-up report, a paragraph a line. */
export function writeBody(random: Random, subject: Subject, options: BodyOptions): string[] {
  const fill = (template: string) => fillSentence(random, subject, options.naming, template);
  const opening = openingOf(random, subject, options.naming).map(fill);
  const topics = random.some(TOPICS, random.int(5, 9));
  const parts = topics.map(({ heading, sentences }) => ({
    heading: random.pick(heading),
    text: random.some(sentences, random.int(2, 5)).map(fill),
  }));
  const problems = random.some(PROBLEMS, 3).map(fill).join('');
  const plans = random.some(PLANS, 3).map(fill).join('');
  const next = random.chance(0.7) ? `${subject.year + 1}年` : '下一步';
  const ending = random.chance(0.2) ? [random.pick(CLOSINGS)] : [];
  const lines = { opening, parts, problems, plans, next, ending };
  if (options.style === 'two-level') return twoLevels(random, subject, lines);
  const heads = [
    ...parts,
    { heading: '存在的主要问题', text: [problems] },
    { heading: `${next}工作打算`, text: [plans] },
  ];
  const isHeaded = random.chance(0.7);
  const kept = isHeaded ? heads : parts;
  const tail = isHeaded
    ? []
    : [`${problems}`, `${next === '下一步' ? '下一步，' : `${next}，`}${plans}`];
  return [
    ...opening,
    ...kept.flatMap((part, at) => printPart(random, options.style, part, at)),
    ...tail,
    ...ending,
  ];
}

interface Part {
  readonly heading: string;
  readonly text: readonly string[];
}

function printPart(
  random: Random,
  style: BodyOptions['style'],
  { heading, text }: Part,
  at: number,
): string[] {
  const label = `${HAN[at] ?? at + 1}、`;
  if (style === 'unnumbered') return [heading, ...text];
  const points = random.chance(0.4) ? text.map((one, index) => `${HAN[index]}是${one}`) : text;
  if (style === 'run-in') return [`${label}${heading}。${points.join('')}`];
  return [`${label}${heading}`, random.chance(0.6) ? points.join('') : points.join('\n')].flatMap(
    (one) => one.split('\n'),
  );
}

function twoLevels(
  random: Random,
  { year }: Subject,
  {
    opening,
    parts,
    problems,
    plans,
    next,
    ending,
  }: {
    opening: string[];
    parts: Part[];
    problems: string;
    plans: string;
    next: string;
    ending: string[];
  },
): string[] {
  const isOwnLine = random.chance(0.5);
  const sub = parts.flatMap(({ heading, text }, at) => {
    const label = random.chance(0.05) ? `${HAN[at]}）` : `（${HAN[at]}）`;
    return isOwnLine
      ? [`${label}${heading}`, text.join('')]
      : [`${label}${heading}。${text.join('')}`];
  });
  const headed = random.chance(0.2) ? year - 1 : year;
  return [
    ...opening,
    random.chance(0.5) ? `一、${headed}年主要工作开展情况` : '一、主要做法和成效',
    ...sub,
    '二、存在的问题和不足',
    problems,
    `三、${next}工作安排`,
    plans,
    ...ending,
  ];
}

function openingOf(random: Random, { year }: Subject, naming: Naming): string[] {
  const list = OPENINGS.filter((one) => naming !== 'never' || !one.includes('{R}'));
  return [
    random.pick(list),
    ...(random.chance(0.3) ? [`现将${year}年度法治政府建设工作情况报告如下：`] : []),
  ];
}

/** Fill a template's slots: place, year, numbers, those above and below. */
function fillSentence(random: Random, subject: Subject, naming: Naming, template: string): string {
  const { above, year, region, township, word, kind } = subject;
  const own = kind === 'department' ? '我局' : `我${word}`;
  const all = kind === 'department' ? '全局系统' : `全${word}`;
  const named = township ?? (kind === 'department' ? subject.name : region.name);
  const name =
    naming === 'often'
      ? random.chance(0.5)
        ? named
        : own
      : naming === 'seldom' && random.chance(0.15)
        ? named
        : own;
  const up =
    naming === 'never' || random.chance(0.5)
      ? region.level === 'county'
        ? '市'
        : '省'
      : (above.at(-1) ?? '国家');
  return template
    .replaceAll('{R}', naming === 'never' ? own : named)
    .replaceAll('{S}', name)
    .replaceAll('{A}', all)
    .replaceAll('{U}', up)
    .replaceAll('{P}', naming === 'never' ? '省' : (above[0] ?? '国家'))
    .replaceAll('{Y}', String(year))
    .replaceAll('{Y-}', String(year - 1))
    .replaceAll('{Y+}', String(year + 1))
    .replaceAll('{W}', word)
    .replace(/\{N\}/g, () => String(random.int(2, 480)));
}

/**
 * Made-up sentences of reports, in our own words. Slots: `{R}` the place by name, `{S}` by name or
 * 我市, `{A}` 全市, `{W}` 市, `{U}` the place above, `{P}` its province, `{Y}` `{Y-}` `{Y+}` the report
 * year and its neighbours, `{N}` a number.
 */
export interface Topic {
  readonly heading: readonly string[];
  readonly sentences: readonly string[];
}

export const OPENINGS: readonly string[] = [
  '{Y}年，{S}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，紧扣《法治政府建设实施纲要（2021—2025年）》各项任务，扎实推进依法行政，法治政府建设取得新的进展。',
  '{Y}年，{R}认真落实{U}关于法治政府建设的工作部署，围绕中心、服务大局，着力提升依法行政水平，为经济社会发展提供了有力的法治保障。现将有关情况报告如下：',
  '一年来，在上级党委、政府的坚强领导下，{S}把法治政府建设摆在突出位置，健全机制、压实责任，较好完成了年度任务。现将{Y}年度法治政府建设情况报告如下。',
  '今年以来，{S}深入贯彻党中央、国务院决策部署和{U}工作要求，坚持法治{A}、法治政府、法治社会一体建设，各项工作有序推进。{Y}年的主要情况是：',
  '根据《法治政府建设与责任落实督察工作规定》要求，现将{R}{Y}年法治政府建设工作情况公布如下：',
  '{Y}年是极不平凡的一年。{S}坚持在法治轨道上推进治理体系和治理能力现代化，全面落实法治政府建设各项措施，依法行政能力得到进一步提高。',
  '按照{U}统一部署，{S}以创建法治政府建设示范地区为抓手，{Y}年聚焦重点、补齐短板，依法行政各项工作稳步推进，现报告如下。',
];

export const TOPICS: readonly Topic[] = [
  {
    heading: ['加强党对法治政府建设的领导', '强化组织领导，压实法治建设责任', '健全统筹推进机制'],
    sentences: [
      '{S}党政主要负责人认真履行推进法治建设第一责任人职责，全年听取法治政府建设专题汇报{N}次，研究解决重点问题{N}个。',
      '召开{W}委全面依法治{W}委员会会议{N}次，审议通过年度工作要点，把任务分解到{N}个部门。',
      '将法治政府建设纳入年度综合考核，对{N}个单位开展实地督察，下发整改通知{N}份。',
      '印发《{R}{Y}年法治政府建设工作要点》，明确{N}项具体任务，逐项确定责任单位和完成时限。',
    ],
  },
  {
    heading: ['依法全面履行政府职能', '转变政府职能，优化法治化营商环境', '深化“放管服”改革'],
    sentences: [
      '动态调整权责清单，取消行政权力事项{N}项，承接{P}下放事项{N}项，并在门户网站公布。',
      '推进“一网通办”，{N}项政务服务事项实现全程网上办理，办理时限平均压缩{N}%。',
      '新登记市场主体{N}户，全面推行证明事项告知承诺制，减少证明材料{N}份。',
      '{S}设立“办不成事”反映窗口，全年受理群众诉求{N}件，全部办结。',
      '与周边市县签订合作备忘录，{N}个事项实现跨区域通办。',
    ],
  },
  {
    heading: ['完善依法行政制度体系', '加强规范性文件管理', '提高制度建设质量'],
    sentences: [
      '严格落实行政规范性文件合法性审核机制，全年审核文件{N}件，提出意见建议{N}条，向{U}备案{N}件。',
      '开展涉及行政处罚内容的文件清理，废止{N}件，修改{N}件，宣布失效{N}件，清理结果及时向社会公布。',
      '制定出台《{R}行政规范性文件管理规定》，明确起草、审核、公布、评估各环节要求。',
    ],
  },
  {
    heading: ['健全科学民主依法决策机制', '推进重大行政决策法治化', '严格执行重大行政决策程序'],
    sentences: [
      '公布{Y}年度重大行政决策事项目录{N}项，全部履行公众参与、专家论证、风险评估、合法性审查和集体讨论程序。',
      '充分发挥法律顾问和公职律师作用，{A}共聘请法律顾问{N}名，审查合同协议{N}份。',
      '{W}政府常务会议议题会前审核率达到100%，未经审查的一律不予上会。',
    ],
  },
  {
    heading: ['严格规范公正文明执法', '深化行政执法体制改革', '全面落实行政执法“三项制度”'],
    sentences: [
      '全面推行行政执法公示、全过程记录、重大执法决定法制审核制度，公示执法信息{N}条。',
      '组织行政执法人员参加资格考试，新发执法证件{N}个，清理不在岗人员{N}名。',
      '开展行政执法案卷评查，抽查案卷{N}份，反馈问题{N}个，均已完成整改。',
      '推行包容审慎监管，对{N}起轻微违法行为依法不予处罚。',
      '在食品药品、生态环境、安全生产等领域开展专项检查{N}次，立案查处{N}件。',
    ],
  },
  {
    heading: ['强化行政权力制约和监督', '自觉接受各方面监督', '加强监督，促进权力规范运行'],
    sentences: [
      '自觉接受人大监督和政协民主监督，办理人大代表建议{N}件、政协提案{N}件，办结率、满意率均为100%。',
      '主动公开政府信息{N}条，办理依申请公开{N}件，开展政策解读{N}次。',
      '完成审计项目{N}个，促进增收节支{N}万元，提出审计建议{N}条。',
    ],
  },
  {
    heading: ['依法化解社会矛盾纠纷', '健全矛盾纠纷多元化解机制', '加强行政复议和应诉工作'],
    sentences: [
      '全年收到行政复议申请{N}件，受理{N}件，审结{N}件，其中撤销、确认违法{N}件，调解和解{N}件。',
      '办理行政应诉案件{N}件，行政机关负责人出庭应诉率保持100%。',
      '{A}各级人民调解组织调解纠纷{N}件，调解成功率{N}%，涉及金额{N}万元。',
      '{Y-}年遗留的{N}件信访积案全部化解。',
    ],
  },
  {
    heading: ['提升依法行政能力', '加强法治宣传教育', '抓住“关键少数”，提高法治思维'],
    sentences: [
      '落实领导干部学法制度，{W}政府常务会议会前学法{N}次，举办法治专题讲座{N}期，培训{N}人次。',
      '落实“谁执法谁普法”责任制，结合“12·4”国家宪法日开展主题宣传活动{N}场，发放资料{N}份。',
      '建成法治文化阵地{N}处，培养“法律明白人”{N}名。',
      '选派干部赴杭州市考察学习数字政府建设经验。',
    ],
  },
  {
    heading: ['完善公共法律服务体系', '夯实基层基础', '推进法治社会建设'],
    sentences: [
      '{A}建成公共法律服务站点{N}个，解答法律咨询{N}人次。',
      '办理法律援助案件{N}件，为农民工讨薪{N}万元。',
      '在{S}司法所规范化建设中投入资金{N}万元，配齐工作人员{N}名。',
    ],
  },
];

export const PROBLEMS: readonly string[] = [
  '过去一年，法治政府建设工作虽然取得了一定成绩，但对照上级要求和群众期待仍存在不足。',
  '个别部门对法治政府建设的重要性认识不够，存在重业务轻法治的现象。',
  '基层执法力量较为薄弱，执法人员业务素质有待进一步提高。',
  '行政执法信息化水平不高，部门之间数据共享还不充分。',
  '少数单位合法性审核把关不严，程序意识还需增强。',
];

export const PLANS: readonly string[] = [
  '{S}将继续深入学习贯彻习近平法治思想，持续推进法治政府建设率先突破。',
  '加强行政执法队伍建设，加大培训力度，不断提升执法规范化水平。',
  '完善重大行政决策全过程记录和后评估制度，提高决策质量。',
  '坚持和发展新时代“枫桥经验”，把矛盾纠纷化解在基层。',
  '认真谋划{Y+}年重点任务，压实责任、严格考核，推动各项工作落地见效。',
];

export const CLOSINGS: readonly string[] = ['特此报告。', '专此报告。', '以上报告，请审阅。'];
