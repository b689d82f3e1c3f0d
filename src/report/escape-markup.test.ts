import { expect, it } from 'vitest';
import { escapeMarkup } from './escape-markup.ts';

it('escapes what would end the text or the attribute, and the mark of an escape', () => {
  expect(escapeMarkup('甲<b title="乙">&amp;')).toBe('甲&lt;b title=&quot;乙&quot;&gt;&amp;amp;');
});
