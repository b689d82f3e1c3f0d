import { closestWord } from '../../../report/closest-word.ts';
import { writtenUnit } from '../../../vocabulary/indicator/quantity.ts';
import type { ArchiveRule, Finding } from '../rule.ts';

const ADD_UNIT = 'where it is a unit, add it in src/vocabulary/indicator/quantity.ts';

const location = { file: 'indicators/indicators.yaml' };

/**
 * An indicator has an id of its own, which is part of its address, a theme of the vocabulary, and
 * units that numbers are read with: 名 is read as 人, so an indicator counted in 名 has no figure.
 */
export const indicators: ArchiveRule = {
  code: 'w-007',
  name: 'indicators',
  severity: 'error',
  scope: 'archive',
  describe:
    'Each indicator has an id of its own, a theme of the vocabulary, and units as numbers are read with.',
  check: ({ vocabulary }) => {
    const themes = vocabulary.themes.map(({ id }) => id);
    const seen = new Set<string>();
    return vocabulary.indicators.indicators.flatMap(
      ({ id, theme, unit, units = [] }): Finding[] => {
        const isRepeated = seen.has(id);
        seen.add(id);
        const closest = closestWord(theme, themes);
        return [
          ...(isRepeated
            ? [
                {
                  location,
                  text: `Unexpected indicator \`${id}\` again, expected an id of its own`,
                },
              ]
            : []),
          ...(themes.includes(theme)
            ? []
            : [
                {
                  location,
                  text: `Unexpected theme \`${theme}\` of \`${id}\`, expected ${closest === undefined ? 'one of content/themes' : `\`${closest}\``}`,
                },
              ]),
          ...[...new Set([unit, ...units])].flatMap((one): Finding[] => {
            const written = writtenUnit(one);
            const text = `Unexpected unit \`${one}\` of \`${id}\`, expected `;
            if (written === undefined)
              return [{ location, text: `${text}one that numbers are read with`, hint: ADD_UNIT }];
            return written === one ? [] : [{ location, text: `${text}\`${written}\`` }];
          }),
        ];
      },
    );
  },
};
