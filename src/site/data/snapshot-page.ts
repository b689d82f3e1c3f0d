import type { SnapshotProof } from '../../publish/compile/prove-snapshot.ts';
import { rawName } from '../../publish/data/inert-snapshot.ts';
import { findPage } from '../../report/addresses.ts';
import type { Report } from '../../report/report.ts';
import { findServedSource, type ReportSummary } from '../../report/report-summary.ts';
import { archive } from './built-archive.ts';
import { hasSnapshotPage, readProved } from './read-compiled.ts';
import { correctionPhrase, proofWords } from './reader-words.ts';
import { snapshotRows } from './snapshot-rows.ts';

/** What a report's page says of the proof against its snapshot. */
export interface ProofView {
  readonly words: readonly string[];
  /** Where the file and the text differ. */
  readonly differences: readonly string[];
  /** Of the page with both side by side; `null` where there is none. */
  readonly address: string | null;
  /** Names of the snapshot beside the report: shown as text, and as its bytes are; `null` where it is not served. */
  readonly served: { readonly shown: string; readonly bytes: string } | null;
}

export type SnapshotPage = ReturnType<typeof snapshotPage>;

/** List the pages that show a report beside its snapshot. */
export function snapshotPaths() {
  return archive.reports
    .filter(({ id }) => hasSnapshotPage(id))
    .map((summary) => {
      const [code = '', document = ''] = findPage(summary.url)?.parts ?? [];
      return { params: { code, document }, props: { summary } };
    });
}

/** Return what a report's page says of its proof. */
export function proofView(report: Omit<Report, 'related'>, proof: SnapshotProof): ProofView {
  const shown = findServedSource(report);
  const hasPage = hasSnapshotPage(report.id);
  return {
    words: [
      ...proofWords(proof, report),
      ...(shown === undefined
        ? ['快照里网页附件部分有个人姓名，所以本库留存快照以供核对，不公开，也不并列展示。']
        : []),
    ],
    differences: proof.differences.map(
      ({ where, words, why }) =>
        `${where}${words === '' ? '' : `「${words}」`}${why === null ? '' : `：${why}`}`,
    ),
    address: hasPage ? snapshotAddress(report.url) : null,
    served: shown === undefined ? null : { shown, bytes: rawName(shown) },
  };
}

/** Build the page that shows a report beside its snapshot. */
export function snapshotPage(summary: ReportSummary) {
  const { report, proof, rows } = readProved(summary.id);
  return {
    head: {
      title: `${report.title}：与原文快照对照`,
      description: '一边是从原文快照取出的文字，一边是本库的文字；未列入正文的，注明缘由。',
      address: snapshotAddress(report.url),
      crumbs: [{ label: report.title, address: report.url }],
    },
    report,
    view: proofView(report, proof),
    ...snapshotRows({ rows, characters: proof.characters }, report),
    corrections: report.corrections.map((correction) => ({
      address: `${report.url}#${correction.place}`,
      words: correctionPhrase(correction),
    })),
  };
}

function snapshotAddress(url: string): string {
  return `${url}source/`;
}
