import { z } from 'zod';
import { type AnchorRecord, anchorRecordSchema } from '../../src/archive/anchor/anchor-record.ts';
import type { Message } from '../../src/archive/error/archive-error.ts';

/** An anchor record as far as it could be read. */
export interface ReadAnchors {
  readonly record: AnchorRecord | undefined;
  readonly messages: readonly Message[];
}

/**
 * Reads an anchor record; a fault ends up as a message.
 *
 * @param file what messages are to call it
 * @returns no record, and the message `w-006`, where it is no JSON or breaks the schema
 */
export function readAnchors(text: string, file: string): ReadAnchors {
  try {
    return { record: anchorRecordSchema.parse(JSON.parse(text)), messages: [] };
  } catch (error) {
    const said = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    const found = said.replace(/\s+/g, ' ');
    const message: Message = {
      place: { file },
      code: 'w-006',
      severity: 'error',
      text: `Unexpected anchor record (${found}), expected one as \`npm run release\` writes it`,
      hint: 'restore it from git: what it holds was published',
    };
    return { record: undefined, messages: [message] };
  }
}
