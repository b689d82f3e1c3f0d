import type { Message } from '../../report/archive-error.ts';
import type { AcceptedWarning } from '../../report/frontmatter.ts';

/**
 * Takes out the warnings that an editor has looked into and accepted, and says of each acceptance
 * that nothing answers to any more. An error is never accepted.
 *
 * @param messages of one report file
 * @param accepted of its frontmatter
 * @param file as messages name it
 */
export function acceptWarnings(
  messages: readonly Message[],
  accepted: readonly AcceptedWarning[],
  file: string,
): Message[] {
  const isMeant = ({ code, severity, text }: Message, { rule, found }: AcceptedWarning) =>
    severity === 'warning' && code === rule && text.startsWith(`Unexpected ${found}, `);
  const left = messages.filter((message) => !accepted.some((one) => isMeant(message, one)));
  const idle = accepted.filter((one) => !messages.some((message) => isMeant(message, one)));
  return [
    ...left,
    ...idle.map(
      ({ rule, found }): Message => ({
        place: { file, line: 1 },
        code: 'm-014',
        severity: 'warning',
        text: `Unexpected acceptance of ${rule} (${found}), expected a warning that it answers to`,
        hint: 'take the entry out of `accepted`, or write `found` as the warning has it',
      }),
    ),
  ];
}
