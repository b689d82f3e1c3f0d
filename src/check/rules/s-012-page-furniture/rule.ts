import { everyParagraph } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** Word of the page around a document, at the head of a line. */
const FURNITURE =
  /^(?:当前位置|您(?:现在)?的位置|上一篇|下一篇|打印本页|关闭窗口|分享到|扫一扫|相关链接|友情链接|浏览(?:次数|量)|阅读次数|点击数|发布时间|发布日期|信息来源|文章来源|【?字体|责任编辑|主办单位|版权所有|网站地图|无障碍浏览|ICP备)/;

/** A line of the page is no text of the report: it goes to `source.omitted`. */
export const pageFurniture: ReportRule = {
  code: 's-012',
  name: 'page-furniture',
  severity: 'warning',
  scope: 'report',
  describe: 'No line of the page around the document stands in its text.',
  check: (report) =>
    everyParagraph(report).flatMap(({ text, location }) => {
      const found = FURNITURE.exec(text)?.[0];
      if (found === undefined) return [];
      return [
        {
          location,
          text: `Unexpected line of the page \`${found}\`, expected text of the report`,
          hint: 'move the line to `source.omitted`, verbatim, with `why: furniture`',
        },
      ];
    }),
};
