import type { Found, FoundPlace } from './description.ts';
import { isGovernment, isOrganisation } from './is-organisation.ts';
import type { PagePart, PrintedTitle } from './page.ts';

export interface IssuerEvidence {
  readonly titles: readonly PrintedTitle[];
  readonly parts: readonly PagePart[];
  readonly body: readonly string[];
  readonly place: FoundPlace;
}

const OWN_OFFICE =
  /我局|本局|局党[组委]|全局系统|我厅|本厅|厅党组|我委(?!员)|委党组|我办(?!理)|我中心|我院|我司|我处/gu;
const OWN_PLACE = /我[省市县区州盟旗镇乡]|我街道/gu;
const MANY = 2;

/**
 * Finds the body whose document it is: named at the head of a title, in a signature, on the page;
 * else the government of the place, or the committee of the zone.
 *
 * An office that signs or posts the report of its government does not become its issuer.
 */
export function describeIssuer({ titles, parts, body, place }: IssuerEvidence): Found<string> {
  const headed = titles
    .flatMap(({ text, basis, parts: at }) => {
      const name = issuerAtHead(
        text,
        at.map((index) => parts[index]?.value ?? ''),
      );
      return name === undefined ? [] : [{ name, basis, evidence: text }];
    })
    .sort((a, b) => Number(b.basis === 'document') - Number(a.basis === 'document'))[0];
  if (headed !== undefined)
    return { value: headed.name, basis: headed.basis, confidence: 0.97, evidence: headed.evidence };

  const isOffice = isOfOffice(body);
  const isPlaceTitled = titles.some(({ text }) => text.includes(place.region.name));
  const named = parts
    .filter(
      ({ key, value }) =>
        (key === 'signature' || key === 'issuer') && value !== undefined && isOrganisation(value),
    )
    .filter(({ value = '' }) =>
      isGovernment(value)
        ? !isOffice && speaksFor(value, place)
        : isOffice || (!isPlaceTitled && titles.length > 0),
    )
    .sort((a, b) => Number(b.key === 'signature') - Number(a.key === 'signature'))[0];
  if (named?.value !== undefined)
    return {
      value: named.value,
      basis: named.basis ?? 'page',
      confidence: named.key === 'signature' ? 0.95 : 0.85,
      evidence: named.text,
    };
  return {
    value: governmentOf(place),
    basis: 'inferred',
    confidence: isOffice ? 0.3 : 0.85,
    evidence: isOffice ? '我局' : place.region.name,
  };
}

/** Tells whether the text speaks as an office of a government, not as a government. */
export function isOfOffice(body: readonly string[]): boolean {
  const text = body.join('\n');
  const office = text.match(OWN_OFFICE)?.length ?? 0;
  return office >= MANY && office > (text.match(OWN_PLACE)?.length ?? 0);
}

/** The body named before 关于 or the year; of a joint title both, as printed on their lines. */
function issuerAtHead(title: string, lines: readonly string[]): string | undefined {
  const head = /^(.+?)(?=关于|20\d\d|二[〇零○]|法治政府|依法行政|年度)/u.exec(title)?.[1]?.trim();
  if (head === undefined || !isOrganisation(head)) return undefined;
  const bodies = lines.filter(isOrganisation);
  return bodies.length > 1 && bodies.join('') === head ? bodies.join('、') : head;
}

function speaksFor(name: string, { region, township }: FoundPlace): boolean {
  return (
    name.includes(township ?? region.name) || region.aliases.some((alias) => name.includes(alias))
  );
}

function governmentOf({ region, township }: FoundPlace): string {
  if (township !== null)
    return `${region.name}${township}${township.endsWith('街道') ? '办事处' : '人民政府'}`;
  return region.level === 'zone' ? `${region.name}管理委员会` : `${region.name}人民政府`;
}
