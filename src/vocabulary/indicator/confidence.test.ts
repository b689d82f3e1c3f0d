import { describe, expect, it } from 'vitest';
import { confidenceOf, type Doubt } from './confidence.ts';

describe('confidenceOf()', () => {
  it('is highest where nothing is taken on trust, and never certain', () => {
    expect(confidenceOf([])).toBe(0.99);
  });

  it.each<[string, Doubt[]]>([
    ['words before it', ['words before']],
    ['an unread number before it', ['number before unread']],
    ['a thing named in the clause before', ['thing carried']],
    ['a verb alone', ['bare']],
    ['the scope of the sentence before', ['scope carried']],
    ['a scope carried to a thing carried', ['scope carried', 'thing carried']],
    ['a cell of a table', ['cell']],
    ['its noun left out', ['noun elided']],
  ])('keeps a figure with %s among the sure', (_, doubts) => {
    expect(confidenceOf(doubts)).toBeGreaterThanOrEqual(0.9);
  });

  it.each<[string, Doubt[]]>([
    ['two such doubts', ['words before', 'thing carried']],
    ['no verb', ['no verb']],
    ['such a number and words', ['number before unread', 'words before']],
    ['a gap', ['gap']],
    ['another verb', ['other act']],
    ['its verb after it', ['act after']],
    ['its thing after it', ['thing after']],
    ['a rare unit', ['rare unit']],
    ['its verb carried', ['act carried']],
    ['only a part said of it', ['part elided']],
    ['its matter from the heading', ['matter of heading']],
  ])('has a figure with %s looked at', (_, doubts) => {
    expect(confidenceOf(doubts)).toBeLessThan(0.9);
  });
});
