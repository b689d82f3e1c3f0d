import type { Vocabularies } from '../vocabulary/compile-report.ts';
import type { Given } from './describe/description.ts';
import type { HeldSources } from './filing/held-sources.ts';

/** Where ingest writes, and what it goes by. */
export interface IngestContext {
  readonly contentDir: string;
  readonly vocabularies: Vocabularies;
  readonly given: Given;
  readonly isDryRun: boolean;
  /** Path of a report under the content directory that this one takes the place of. */
  readonly insteadOf?: string | undefined;
}

/** The same, with what the content directory holds so far. */
export interface SettleContext extends IngestContext {
  readonly held: HeldSources;
}
