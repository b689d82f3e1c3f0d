import { legible } from '../../report/characters/legible.ts';
import { maskNames } from '../../report/mask-names.ts';
import type { BasisField, Omission } from '../../report/report.ts';
import type { Description } from './description.ts';
import type { PagePart } from './page.ts';
import { readDate } from './read-date.ts';

/**
 * Lists all parts of a source that are not body text, in its order: what was read into which
 * fields, and what is the page around.
 */
export function listOmissions(parts: readonly PagePart[], description: Description): Omission[] {
  return parts.flatMap((part): Omission[] => {
    if (part.why === 'body')
      return (part.noise ?? []).map((text) => ({ line: part.line, text, why: 'furniture' }));
    const { line, text, why, key } = part;
    const masked = key === 'person' ? maskNames(text) : undefined;
    if (masked !== undefined) return [{ line, text: masked, why: 'furniture', masked: true }];
    if (why !== 'metadata' && key !== 'poster') return [{ line, text, why }];
    const fields = fieldsOf(part, description);
    if (fields.length > 0) return [{ line, text, why: 'metadata', fields }];
    return [{ line, text, why: key === 'issuer' ? 'navigation' : 'furniture' }];
  });
}

/** The fields of the report that a part was read into. */
function fieldsOf({ key, value = '', basis }: PagePart, description: Description): string[] {
  const { title, altTitles, issuer, published, republished, docNo, addressee, cc } = description;
  const only = (field: BasisField, isRead: boolean) => (isRead ? [field] : []);
  if (key === 'title') {
    const isOwn = title !== undefined && title.value.includes(value) && title.basis === basis;
    const isAlt = !isOwn && altTitles.some((text) => text.includes(value));
    const isIssuer =
      issuer !== undefined && issuer.basis === basis && issuer.value.includes(legible(value));
    const isGiven = !isOwn && !isAlt && title !== undefined && title.value.includes(value);
    return [
      ...(isOwn || isGiven ? ['title'] : []),
      ...(isAlt ? ['altTitles'] : []),
      ...(isIssuer ? ['issuer'] : []),
    ];
  }
  if (key === 'published') {
    const date = readDate(value);
    return date === undefined
      ? []
      : [
          ...only('published', published?.value === date),
          ...only('republished', republished?.value === date),
        ];
  }
  if (key === 'signed') return ['signed'];
  if (key === 'signature') return ['signature'];
  if (key === 'issuer' || key === 'poster')
    return only('issuer', issuer?.value === legible(value) && issuer.basis === basis);
  if (key === 'docNo') return only('docNo', docNo?.value === value);
  if (key === 'addressee') return only('addressee', addressee?.value === value);
  if (key === 'cc') return only('cc', cc?.value === value);
  return [];
}
