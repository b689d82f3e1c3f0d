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
        const found: Finding[] = [];
        if (seen.has(id))
          found.push(unexpected(`indicator \`${id}\` again, expected an id of its own`));
        seen.add(id);
        if (!themes.includes(theme)) {
          const closest = closestWord(theme, themes);
          const expected = closest === undefined ? 'one of content/themes' : `\`${closest}\``;
          found.push(unexpected(`theme \`${theme}\` of \`${id}\`, expected ${expected}`));
        }
        for (const one of new Set([unit, ...units])) {
          const met = `unit \`${one}\` of \`${id}\`, expected`;
          const written = writtenUnit(one);
          if (written === undefined)
            found.push(unexpected(`${met} one that numbers are read with`, ADD_UNIT));
          else if (written !== one) found.push(unexpected(`${met} \`${written}\``));
        }
        return found;
      },
    );
  },
};

function unexpected(text: string, hint?: string): Finding {
  return { location, text: `Unexpected ${text}`, ...(hint === undefined ? {} : { hint }) };
}
