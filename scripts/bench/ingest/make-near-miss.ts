import type { RegionTable } from '../../../src/vocabulary/region/region.ts';
import { writeBody } from './body.ts';
import { bylineLines, footLines, navigationLines, pickDay, printPosted } from './page-head.ts';
import type { Random } from './random.ts';
import type { MadePage } from './score.ts';
import { pickSubject, type Subject } from './subject.ts';

interface NearMiss {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Make a page that is near a report and must be refused. */
export function makeNearMiss(random: Random, table: RegionTable, name: string): MadePage {
  const subject = pickSubject(random, table);
  const [what, make] = random.pick(Object.entries(MAKERS));
  const { title, lines } = make(random, subject);
  const { year, region } = subject;
  const posted = printPosted(random, pickDay(random, year + 1, 1, 11));
  const facts = {
    title,
    site: region.name,
    posted: posted.text,
    signed: undefined,
    issuer: `${region.name}司法局`,
  };
  const page = [
    ...navigationLines(random, facts),
    title,
    ...bylineLines(random, facts),
    ...lines,
    ...footLines(random, facts),
  ];
  return {
    name,
    text: page.join('\n'),
    url: undefined,
    layout: ['near-miss', what],
    report: undefined,
  };
}

const MAKERS: Readonly<Record<string, (random: Random, subject: Subject) => NearMiss>> = {
  news(random, { region, year }) {
    const { name } = region;
    const lead = random.pick([
      `近日，${name}召开${year}年度法治政府建设工作推进会，总结一年来的成绩，研究部署下一阶段重点任务。`,
      `1月12日上午，${name}人大常委会听取并审议了${name}人民政府关于${year}年度法治政府建设情况的报告。`,
      `本报讯（记者 佚名）日前，记者从${name}司法局获悉，${name}法治政府建设再添新成果。`,
      `${name}讯 为推动法治政府建设走深走实，${name}多措并举，成效明显。`,
    ]);
    return {
      title: random.pick([
        `${name}召开法治政府建设工作推进会`,
        `${name}人大常委会听取法治政府建设情况报告`,
        `${name}法治政府建设工作获省级表彰`,
        `${name}：以示范创建引领法治政府建设提质增效`,
        `省督察组到${name}督察法治政府建设工作`,
        `${name}多举措推进法治政府建设`,
        `${name}部署${year + 1}年法治政府建设工作`,
      ]),
      lines: [
        lead,
        '会议指出，要切实提高政治站位，把依法行政贯穿政府工作全过程，不断提升人民群众的获得感。',
        '会议强调，各级各部门要对照年度任务清单，逐项抓好整改落实，确保法治政府建设各项任务按期完成。',
        '有关部门负责同志参加会议。',
      ],
    };
  },
  model(random, { year }) {
    return {
      title: random.pick([
        `法治政府建设工作报告范文（精选5篇）`,
        `${year}年乡镇法治政府建设工作总结范文`,
        `关于法治政府建设情况的报告模板（通用8篇）`,
        `最新法治政府建设年度工作总结(3篇)`,
        '法治政府建设自查报告范文三篇',
      ]),
      lines: [
        '下面是小编为大家整理的法治政府建设工作报告，供大家参考借鉴，希望可以帮助到有需要的朋友。',
        '篇一：法治政府建设工作报告',
        '20XX年，XX县在上级的坚强领导下，认真落实各项部署，扎实推进法治政府建设，现将有关情况报告如下。',
        '一、加强组织领导。XX县成立了由主要领导任组长的法治政府建设工作领导小组，XX局具体负责日常工作。',
        '二、规范行政执法。XX县组织开展执法培训，提高执法人员素质，全年未发生行政败诉案件。',
        '篇二：法治政府建设工作报告',
        '一年来，XX镇认真贯彻法治政府建设要求，XX镇党委多次召开会议研究部署，取得了一定成效。',
      ],
    };
  },
  paper(random) {
    return {
      title: random.pick([
        '论基层法治政府建设的困境与出路',
        '法治政府建设的路径研究',
        '浅析新时代法治政府建设面临的问题及对策',
        '数字化背景下法治政府建设的思考',
        '行政执法监督与法治政府建设：一个实证研究',
      ]),
      lines: [
        '摘要：法治政府建设是全面依法治国的重点任务和主体工程。本文以若干地区为样本，分析基层依法行政中的问题。',
        '关键词：法治政府；依法行政；基层治理',
        '一、问题的提出',
        '党的十八大以来，我国法治政府建设步入快车道，但各地进展并不平衡，学界对其成因尚无一致看法。',
        '二、研究方法与数据',
        '本文选取若干县区的公开资料，采用比较分析方法，对法治政府建设的制度供给与执行情况加以考察。',
        '参考文献：',
        '[1] 某某.法治政府论纲[M].北京：某出版社，2016.',
      ],
    };
  },
  reading(random, { region, year }) {
    const { name } = region;
    return {
      title: random.pick([
        `《${name}法治政府建设实施方案（2021—2025年）》政策解读`,
        `一图读懂${name}${year}年法治政府建设年度报告`,
        `关于《${name}${year}年法治政府建设工作要点》的解读`,
        `${name}司法局负责人就法治政府建设工作答记者问`,
      ]),
      lines: [
        '一、起草背景和依据。为深入贯彻落实法治政府建设实施纲要，结合本地实际，起草了本文件。',
        '二、主要内容。文件共分八个部分，明确了法治政府建设的总体要求、主要目标和重点任务。',
        '三、解读机关和解读人。解读机关为司法局，联系电话000-0000000。',
        '问：文件出台对法治政府建设有什么意义？答：有利于进一步提升依法行政水平，优化法治化营商环境。',
      ],
    };
  },
  explanation(random, { region, year }) {
    const { name } = region;
    return {
      title: `${random.pick(['【文字解读】', '【政策解读】', ''])}《${name}人民政府关于${year}年法治政府建设情况的报告》${random.pick(['文件解读', '政策解读', '解读'])}`,
      lines: [
        `一、${random.pick(['背景依据', '起草背景', '编制背景'])}`,
        `按照上级法治政府建设工作要求，${name}总结${year}年工作，编制年度报告并予以发布。`,
        '二、起草过程',
        `${name}司法局在总结各单位依法行政情况的基础上形成初稿，征求意见后报政府审定。`,
      ],
    };
  },
  decision(random, { region, year }) {
    const { name } = region;
    return {
      title: `${name}关于第${random.pick(['一', '二'])}批法治政府建设示范${random.pick(['地区和项目命名', '单位表彰'])}的决定`,
      lines: [
        `为树立法治政府建设的标杆，${year}年组织开展了示范创建活动，经审核，决定予以命名。`,
        '获得命名的单位要珍惜荣誉，把依法行政推进到更高水平，发挥示范带动作用，接受群众监督。',
      ],
    };
  },
  circular(random, { region, year }) {
    const { name } = region;
    return {
      title: '',
      lines: [
        '各单位：',
        `${year}年，${name}各部门坚持依法行政，法治政府建设取得新成效。按照考核办法组织了年度考核，现将考核${random.pick(['优秀', '先进'])}单位通报如下：`,
        `一、优秀单位（${random.int(2, 9)}个）`,
        `${name}财政局、${name}公安局。`,
        '二、先进单位（2个）',
        `${name}审计局、${name}司法局。`,
      ],
    };
  },
  policy(random, { region }) {
    const { name } = region;
    return {
      title: `关于${random.pick(['深入推进依法行政加快建设法治政府', '进一步加强法治政府建设'])}的${random.pick(['实施意见', '意见', '指导意见'])}`,
      lines: [
        '各级人民政府，各部门：',
        `近年来，${name}法治政府建设取得较大成效。现结合实际，提出如下意见。`,
        '一、总体要求',
        '到2020年，法治政府基本建成，依法行政成为各级政府的自觉行动。',
        '二、主要任务',
        '健全依法决策机制，规范行政执法，强化监督问责，保障各项任务落实。',
      ],
    };
  },
  speech(random, { region, year }) {
    return {
      title: `${random.pick(['市长', '书记', '县长'])}在${year}年全${region.name.slice(-1)}法治政府建设工作会议上的讲话`,
      lines: [
        '同志们：',
        '今天，我们召开法治政府建设工作会议，主要任务是总结成绩、分析形势、部署任务。下面，我讲三点意见：',
        '一、肯定成绩，切实增强责任感',
        `一年来，${region.name}依法行政水平不断提高，法治政府建设取得突破性进展。`,
        '二、突出重点，推动任务落实',
        '要健全制度，规范执法，强化监督，以实际成效取信于民。',
      ],
    };
  },
  disclosure(random, { region, year }) {
    const { name } = region;
    return {
      title: random.pick([
        `${name}人民政府${year}年政府信息公开工作年度报告`,
        `${name}${year}年度政府信息公开年度报告`,
        `${name}教育局${year}年政府信息公开工作年度报告`,
        `${year}年${name}政府信息公开年报`,
      ]),
      lines: [
        `根据《中华人民共和国政府信息公开条例》规定，现公布${name}${year}年度政府信息公开工作年度报告。报告中所列数据的统计期限为${year}年1月1日至12月31日。`,
        '一、总体情况。全年主动公开政府信息3215条，办理依申请公开42件，均在法定期限内答复，推进法治政府建设。',
        '二、主动公开政府信息情况。本年制发行政规范性文件5件，现行有效52件。',
        '三、收到和处理政府信息公开申请情况。本年新收政府信息公开申请42件，上年结转1件。',
        '四、政府信息公开行政复议、行政诉讼情况。本年发生行政复议2件，行政诉讼1件。',
        '五、存在的主要问题及改进情况。公开的主动性还需增强。',
      ],
    };
  },
  regulation(random, { region }) {
    const { name } = region;
    return {
      title: random.pick([
        `${name}法治政府建设条例`,
        `${name}重大行政决策程序规定`,
        `${name}法治政府建设考核办法（试行）`,
        `${name}行政执法监督办法`,
      ]),
      lines: [
        '第一章 总则',
        '第一条 为了推进法治政府建设，规范行政行为，根据有关法律法规，结合本地实际，制定本规定。',
        `第二条 ${name}行政区域内的法治政府建设工作，适用本规定。`,
        '第三条 法治政府建设坚持党的领导，坚持以人民为中心，坚持问题导向，依法行政。',
        '第二章 职责',
        '第四条 各级人民政府负责本行政区域内的法治政府建设工作。',
        '第五条 司法行政部门负责统筹协调、督促指导法治政府建设工作。',
        '第六条 本规定自发布之日起施行。',
      ],
    };
  },
  governmentWork(random, subject) {
    const { region, year } = subject;
    return {
      title: `${year + 1}年${region.name}政府工作报告`,
      lines: [
        '各位代表：',
        `现在，我代表${region.name}人民政府，向大会报告工作，请予审议，并请各位列席人员提出意见。`,
        '一、过去一年工作回顾。地区生产总值增长6.2%，一般公共预算收入增长5.1%，城乡居民收入稳步提高。',
        '二、今年工作总体要求和主要目标。地区生产总值增长6%左右，城镇新增就业一万人，粮食产量保持稳定。',
        '三、重点工作。抓好项目建设，发展现代农业，提升城市品质，改善生态环境，办好民生实事，加强法治政府建设。',
        ...writeBody(random, subject, { naming: 'often', style: 'own-line' })
          .filter((line) => !/法治|依法/.test(line))
          .slice(0, 6),
      ],
    };
  },
  otherReport(random, { region, year }) {
    const { name } = region;
    return {
      title: random.pick([
        `${name}${year}年国民经济和社会发展统计公报`,
        `${name}${year}年预算执行情况报告`,
        `${name}水利局${year}年工作总结`,
        `${name}${year}年度优化营商环境工作报告`,
      ]),
      lines: [
        `${year}年，${name}上下一心、攻坚克难，经济社会保持平稳健康发展，各项工作取得新的成效。`,
        '一、综合。全年实现地区生产总值312.5亿元，比上年增长6.1%，三次产业结构持续优化，财政收支总体平稳。',
        '二、农业。全年粮食种植面积保持稳定，畜牧业生产形势良好，农田水利设施不断完善。',
        '三、工业和建筑业。规模以上工业增加值比上年增长7.3%，资质以上建筑企业总产值稳步增长。',
      ],
    };
  },
};
