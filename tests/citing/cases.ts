import type { Report } from '../../src/report/report.ts';
import { heldReports } from './held-reports.ts';

/** Give the held reports, and kinds of report that are not among them, made of one that is. */
export async function citedCases(): Promise<[name: string, report: Report][]> {
  const held = await heldReports();
  const dated = held.find(({ published }) => published !== null);
  if (dated === undefined)
    throw new Error('The archive holds no report with a date of publication');
  const made: [string, Partial<Report>][] = [
    ['of joint issuers', { issuer: '中共某市委、某市人民政府' }],
    ['with a document number', { docNo: '某政〔2020〕3号' }],
    ['without any date', { published: null, signed: null, republished: null }],
    ['with marks in its title', { title: '关于100%落实《纲要》_A&B{C}的报告: “试”' }],
  ];
  return [
    ...held.map((report): [string, Report] => [report.id, report]),
    ...made.map(([name, change]): [string, Report] => [name, { ...dated, ...change }]),
  ];
}
