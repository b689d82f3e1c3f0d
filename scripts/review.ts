import { runCommand } from '../src/command/run-command.ts';
import { contentOption } from '../src/command/usage.ts';
import { projectContent } from '../src/content/content-directory.ts';
import { readVocabularies } from '../src/content/read-vocabularies.ts';
import { terminalEditor } from '../src/ingest/review/editor.ts';
import { walkDoubts } from '../src/ingest/review/walk-doubts.ts';

const usage = {
  name: 'npm run review',
  code: 'i-940',
  summary: 'Settle, one by one, what ingest was not sure of; each step can be taken back or left.',
  options: { content: { ...contentOption, holding: '' } },
} as const;

await runCommand(usage, async ({ values: { content = projectContent } }) => {
  const vocabularies = await readVocabularies(content);
  const editor = terminalEditor();
  try {
    await walkDoubts(content, vocabularies, editor);
  } finally {
    editor.close();
  }
});
