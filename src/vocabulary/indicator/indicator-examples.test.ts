import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseThemes } from '../theme/parse-themes.ts';
import { findObservations } from './find-observations.ts';
import { parseIndicators } from './parse-indicators.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../../content/${file}`, import.meta.url), 'utf8');
const indicators = parseIndicators(read('indicators/indicators.yaml'));
const observe = (text: string) =>
  findObservations(indicators, { heading: null, paragraphs: [{ id: 'p1', text }] });

describe('every indicator', () => {
  const positive = indicators.indicators.flatMap(({ id, examples }) =>
    examples.map((example) => ({ id, ...example })),
  );
  const negative = indicators.indicators.flatMap(({ id, never }) =>
    never.map((text) => ({ id, text })),
  );

  it.each(positive)('$id reads $value from “$text”', ({ id, text, value, ...rest }) => {
    const found = observe(text).filter(({ indicator }) => indicator === id);
    expect(found.map((one) => one.value)).toContain(value);
    const one = found.find((observation) => observation.value === value);
    expect(one).toMatchObject(rest);
    expect(text.slice(one?.start, one?.end)).toBe(one?.raw);
  });

  it.each(negative)('$id reads nothing from “$text”', ({ id, text }) => {
    expect(observe(text).filter(({ indicator }) => indicator === id)).toEqual([]);
  });

  it('belongs to a theme, and is shown by six sentences that give it and four that do not', () => {
    const themes = new Set(parseThemes(read('themes/themes.yaml')).map(({ id }) => id));
    for (const { id, theme, examples, never } of indicators.indicators) {
      expect(themes.has(theme), id).toBe(true);
      expect(examples.length, id).toBeGreaterThanOrEqual(6);
      expect(never.length, id).toBeGreaterThanOrEqual(4);
    }
  });
});
