import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { workerData } from 'piscina';
import { openWorkerPool, type WorkerPool } from '../../command/worker-pool.ts';
import { parseAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile } from '../../content/content-directory.ts';
import { fileState } from '../../content/proven-file.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { recognisedStemOf, transcriptPath } from '../../ingest/formats/pictures/transcript.ts';
import { ArchiveError, type Message } from '../../report/archive-error.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { type ListedReport, summariseReport } from '../../report/report-summary.ts';
import { compileReport, type Vocabularies } from '../../vocabulary/compile-report.ts';
import { reportSums } from '../../vocabulary/indicator/find-sums.ts';
import { type CompiledFile, makeFolders, writeReport } from './compiled-archive.ts';
import { listTexts, markLists } from './listed-texts.ts';
import { proveSnapshot } from './prove-snapshot.ts';
import { sampleRuns } from './repeated-text.ts';

/** A report file with all of its own that it is compiled from. */
export interface ReportSource {
  /** Path under the content directory. */
  readonly file: string;
  readonly text: string;
  /** The anchor record’s text; empty where the report was never released. */
  readonly anchors: string;
  /** Of all that the report is made from. */
  readonly digest: string;
  /** The states of both files, before they were read. */
  readonly state: string;
}

/** What became of a report file. */
export type CompileOutcome =
  | { readonly entry: CompiledFile; readonly source: string }
  | { readonly error: Omit<Message, 'severity'> };

/** What report files are compiled with, and the folder of compiled reports they go into. */
export interface CompileOptions {
  readonly folder: string;
  /** Threads read the vocabularies from it: what is made of them holds functions. */
  readonly contentDir: string;
  readonly vocabularies: Vocabularies;
}

/** Starting threads takes longer than they save where there are fewer files than this. */
const WORTH_THREADS = 100;
/** How many files a thread has before it: more would only hold their texts in memory. */
const WAITING = 4;

/**
 * Read a report file and its anchor record.
 *
 * @param base digest of what all reports are made from: vocabularies and code
 */
export function readReportSource(contentDir: string, file: string, base: string): ReportSource {
  const record = path.join(contentDir, anchorFile(file));
  const state = sourceState(contentDir, file);
  const text = readFileSync(path.join(contentDir, file), 'utf8');
  const anchors = existsSync(record) ? readFileSync(record, 'utf8') : '';
  const digest = hash('sha256', base + hash('sha256', text) + hash('sha256', anchors));
  return { file, text, anchors, digest, state };
}

/** Return the states of a report file and its anchor record. */
export function sourceState(contentDir: string, file: string): string {
  return [file, anchorFile(file)].map((name) => fileState(path.join(contentDir, name))).join();
}

/** Return what is added to it by the snapshot and its transcript, which only the report file names. */
export function snapshotState(
  contentDir: string,
  { source }: Pick<ListedReport, 'source'>,
): string {
  const transcript = transcriptPath(recognisedStemOf(source.sha256));
  return [source.file, transcript]
    .map((name) => `,${fileState(path.join(contentDir, name))}`)
    .join('');
}

/**
 * Compile report files, over all cores where there are many.
 *
 * @param sources read no faster than they are compiled, so that few texts are in memory
 * @param onDone told each outcome, in any order
 * @param worthThreads from how many files on threads are started
 */
export async function compileFiles(
  sources: AsyncIterable<ReportSource>,
  options: CompileOptions,
  onDone: (outcome: CompileOutcome) => void,
  worthThreads = WORTH_THREADS,
): Promise<void> {
  makeFolders(options.folder);
  const threads = availableParallelism();
  const few: ReportSource[] = [];
  const running = new Set<Promise<void>>();
  let pool: WorkerPool<ReportSource, string> | undefined;
  try {
    for await (const source of sources) {
      few.push(source);
      if (pool === undefined && few.length < worthThreads) continue;
      pool ??= openWorkerPool({
        module: new URL(import.meta.url),
        work: compileInThread.name,
        data: { folder: options.folder, contentDir: options.contentDir },
        threads,
      });
      for (const one of few.splice(0)) {
        while (running.size >= threads * WAITING) await Promise.race(running);
        const done = pool.run(one).then((outcome) => onDone(JSON.parse(outcome)));
        running.add(done);
        // One that failed stays, so that the next wait throws its error.
        done.then(
          () => running.delete(done),
          () => {},
        );
      }
    }
    for (const source of few) onDone(await compileFile(source, options));
    await Promise.all(running);
  } finally {
    await pool?.close();
  }
}

/**
 * Compile a report file with what the thread was started with.
 *
 * @returns the outcome as JSON: Node takes several times longer to hand over an object
 */
export async function compileInThread(source: ReportSource): Promise<string> {
  const { folder, contentDir }: Omit<CompileOptions, 'vocabularies'> = workerData;
  const vocabularies = await readVocabularies(contentDir);
  return JSON.stringify(await compileFile(source, { folder, contentDir, vocabularies }));
}

async function compileFile(
  { file, text, anchors, digest, state }: ReportSource,
  { folder, contentDir, vocabularies }: CompileOptions,
): Promise<CompileOutcome> {
  try {
    const record = anchors === '' ? undefined : parseAnchorRecord(anchors, anchorFile(file));
    const parsed = parseReportFile(text, file);
    const report = compileReport(parsed, file, record, vocabularies);
    const { accepted } = parsed.frontmatter;
    const source = state + snapshotState(contentDir, report);
    const { proof, rows, digest: held } = await proveSnapshot(contentDir, report, accepted);
    const snapshot = { digest: held, isShown: rows.length > 0 };
    const runs = sampleRuns(report.sections);
    const texts = listTexts(report, vocabularies.themes);
    const shown = { sums: reportSums(report, vocabularies.indicators), proof };
    writeReport(folder, digest, report, parsed.frontmatter, { shown, texts, runs, rows });
    const summary = summariseReport(report);
    const marks = markLists(summary, texts, vocabularies.indicators.indicators);
    const changes = record?.changes ?? [];
    // Without a day of its own, a report came no earlier than its source was captured.
    const added = parsed.frontmatter.added ?? summary.source.retrieved;
    const { corrections } = report;
    return {
      entry: { file, digest, summary, changes, added, corrections, marks, snapshot },
      source,
    };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    // Errors lose their class between threads.
    const { severity: _, ...message } = error.toMessage();
    return { error: message };
  }
}
