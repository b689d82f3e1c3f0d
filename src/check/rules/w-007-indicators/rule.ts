import { closestWord } from '../../../report/closest-word.ts';
import type { ArchiveRule, Finding } from '../rule.ts';

const location = { file: 'indicators/indicators.yaml' };

/** An indicator has an id of its own, which is part of its address, and a theme of the vocabulary. */
export const indicators: ArchiveRule = {
  code: 'w-007',
  name: 'indicators',
  severity: 'error',
  scope: 'archive',
  describe: 'Each indicator has an id of its own and a theme of the vocabulary.',
  check: ({ vocabulary }) => {
    const themes = vocabulary.themes.map(({ id }) => id);
    const seen = new Set<string>();
    return vocabulary.indicators.indicators.flatMap(({ id, theme }): Finding[] => {
      const isRepeated = seen.has(id);
      seen.add(id);
      const closest = closestWord(theme, themes);
      return [
        ...(isRepeated
          ? [{ location, text: `Unexpected indicator \`${id}\` again, expected an id of its own` }]
          : []),
        ...(themes.includes(theme)
          ? []
          : [
              {
                location,
                text: `Unexpected theme \`${theme}\` of \`${id}\`, expected ${closest === undefined ? 'one of content/themes' : `\`${closest}\``}`,
              },
            ]),
      ];
    });
  },
};
