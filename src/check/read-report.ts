import { addressBody } from '../report/anchor/address-body.ts';
import type { AnchorRecord } from '../report/anchor/anchor-record.ts';
import { ArchiveError, type Message } from '../report/archive-error.ts';
import { readReportBody } from '../report/file/body-markdown.ts';
import { readFrontmatter } from '../report/file/report-file.ts';
import { frontmatterSchema } from '../report/frontmatter.ts';
import type { CheckedReport, ReportText, Snapshot } from './rules/checked-archive.ts';
import { printedTexts } from './rules/printed-texts.ts';

/** What lies beside a report file in its content directory. */
export interface Beside {
  /** Gives the snapshot that the frontmatter names. */
  readonly findSnapshot: (path: string) => Promise<Snapshot | undefined>;
  readonly anchors: AnchorRecord | undefined;
  readonly anchorFile: string;
}

/** A report file as far as it could be read. */
export interface ReadReport {
  /** `undefined` where there is no frontmatter to tell from the text. */
  readonly text: ReportText | undefined;
  /** `undefined` where a field or the outline is not sound. */
  readonly report: CheckedReport | undefined;
  /** What reading it met. */
  readonly messages: readonly Message[];
}

/**
 * Reads a report file for the rules; a fault ends up as a message, never as an exception.
 *
 * @param path under the content directory
 * @param file what messages are to call it
 */
export async function readReport(
  text: string,
  path: string,
  file: string,
  { findSnapshot, anchors, anchorFile }: Beside,
): Promise<ReadReport> {
  try {
    const { data, content, line } = readFrontmatter(text, file);
    const printed = printedTexts(data, content, line);
    const source: ReportText = { file, path, text, data, bodyLine: line, printed };
    const { body, lines, errors } = readReportBody(content, file, line);
    const messages = errors.map((error) => error.toMessage());
    const parsed = frontmatterSchema.safeParse(data);
    if (!parsed.success || messages.length > 0)
      return { text: source, report: undefined, messages };
    const frontmatter = parsed.data;
    const snapshot = await findSnapshot(frontmatter.source.file);
    const sections = addressBody(body, anchors);
    const outline = { body, blockLines: lines, sections, anchors, anchorFile };
    return { text: source, report: { ...source, frontmatter, ...outline, snapshot }, messages };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { text: undefined, report: undefined, messages: [error.toMessage()] };
  }
}
