import { formatFields } from './format-fields.ts';
import { formatRules } from './format-rules.ts';

/** Formats `docs/fields.md`: what a report file holds, and what the check asks of it. */
export function formatDocument(): string {
  return `# Fields and rules

Made by \`npm run fields\` from the schema and the rules; the tests fail where it is stale.

## Fields of a report file

The frontmatter of \`content/reports/<year>/<code>-<name>.md\`. Dates and codes stand in quotes. A field that is not needed is left out where it has no value.

${formatFields()}

## Rules of the check

\`npm run check\` runs them over the content; an error fails it, a warning does not. Families: \`m\` metadata, \`s\` structure, \`t\` typography and characters, \`w\` the whole archive. Each rule has its folder in \`src/archive/rules/\`, with what is right, what is wrong and what it then says.

${formatRules()}
`;
}
