import type { CitationOptions, CitationStyle, CitationTarget } from './citation.ts';
import { formatBibtex } from './format-bibtex.ts';
import { formatCsl } from './format-csl.ts';
import { formatGbt7714 } from './format-gbt7714.ts';
import { formatLaw } from './format-law.ts';
import { formatRis } from './format-ris.ts';
import { formatSentence } from './format-sentence.ts';

/** Formats a citation of a report or of a passage in it. */
export function formatCitation(
  target: CitationTarget,
  style: CitationStyle,
  options: CitationOptions,
): string {
  switch (style) {
    case 'gbt7714-2025':
      return formatGbt7714(target, 2025, options);
    case 'gbt7714-2015':
      return formatGbt7714(target, 2015, options);
    case 'law':
      return formatLaw(target, options);
    case 'sentence':
      return formatSentence(target, options);
    case 'bibtex':
      return formatBibtex(target, options);
    case 'ris':
      return formatRis(target, options);
    case 'csl':
      return formatCsl(target, options);
  }
}
