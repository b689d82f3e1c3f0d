import { closeSync, openSync, writeSync } from 'node:fs';
import { escapeMarkup } from '../../report/escape-markup.ts';
import type { ListedFile } from '../compile/compiled-archive.ts';
import { lastChange } from './describe-data.ts';

/** Where the repository stands, and who answers for it. */
export interface RepositoryOptions {
  /** Its own address, whole. */
  readonly address: string;
  /** The site's address, whole, with a slash at its end. */
  readonly site: string;
  /** `CONTACT_URL`, where the site has one. */
  readonly contact: string | undefined;
}

const TITLE = '法治政府建设报告库';
const OAI = 'http://www.openarchives.org/OAI/2.0/';
const DC = 'http://purl.org/dc/elements/1.1/';
/** Characters gathered before they are written. */
const BLOCK = 1 << 18;

/**
 * Write all reports as a static repository of OAI-PMH: one XML file, which a gateway serves to
 * libraries that harvest. Until one is registered, its base address is its own.
 *
 * @see http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm
 */
export function writeStaticRepository(
  target: string,
  files: readonly ListedFile[],
  options: RepositoryOptions,
): void {
  const handle = openSync(target, 'w');
  let gathered = headOf(files, options);
  for (const file of files) {
    gathered += recordOf(file, options.site);
    if (gathered.length < BLOCK) continue;
    writeSync(handle, gathered);
    gathered = '';
  }
  writeSync(handle, `${gathered}</ListRecords>\n</Repository>\n`);
  closeSync(handle);
}

function headOf(files: readonly ListedFile[], { address, contact, site }: RepositoryOptions) {
  const earliest = files.map(datestamp).reduce((first, day) => (day < first ? day : first), LATEST);
  // Where no mailbox is told, the one that RFC 2142 sets aside for whoever keeps a site.
  const email = /^mailto:([^?]+)/.exec(contact ?? '')?.[1] ?? `webmaster@${new URL(site).hostname}`;
  const location = `${OAI}static-repository ${OAI}static-repository.xsd`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Repository xmlns="${OAI}static-repository" xmlns:oai="${OAI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${location}">`,
    '<Identify>',
    tag('oai:repositoryName', TITLE),
    tag('oai:baseURL', address),
    tag('oai:protocolVersion', '2.0'),
    tag('oai:adminEmail', email),
    tag('oai:earliestDatestamp', earliest),
    tag('oai:deletedRecord', 'no'),
    tag('oai:granularity', 'YYYY-MM-DD'),
    '</Identify>',
    '<ListMetadataFormats>',
    '<oai:metadataFormat>',
    tag('oai:metadataPrefix', 'oai_dc'),
    tag('oai:schema', `${OAI}oai_dc.xsd`),
    tag('oai:metadataNamespace', `${OAI}oai_dc/`),
    '</oai:metadataFormat>',
    '</ListMetadataFormats>',
    '<ListRecords metadataPrefix="oai_dc">\n',
  ].join('\n');
}

function recordOf(file: ListedFile, site: string): string {
  const { id, url, title, issuer, region, year, source, docNo, ...days } = file.summary;
  const day = days.published ?? days.republished ?? days.signed;
  const element = (name: string, value: string | null) =>
    value === null ? '' : tag(`dc:${name}`, value);
  return [
    '<oai:record><oai:header>',
    tag('oai:identifier', `oai:${new URL(site).hostname}:${id}`),
    tag('oai:datestamp', datestamp(file)),
    '</oai:header><oai:metadata>',
    `<oai_dc:dc xmlns:oai_dc="${OAI}oai_dc/" xmlns:dc="${DC}" xsi:schemaLocation="${OAI}oai_dc/ ${OAI}oai_dc.xsd">`,
    element('title', title),
    element('creator', issuer),
    element('subject', '法治政府建设'),
    element('publisher', TITLE),
    element('date', day),
    element('type', 'Text'),
    element('format', 'text/html'),
    element('identifier', site + url.slice(1)),
    element('identifier', docNo),
    element('source', source.url),
    element('language', 'zh-CN'),
    element('coverage', region.path.map(({ name }) => name).join('')),
    element('coverage', `${year}`),
    '</oai_dc:dc></oai:metadata></oai:record>\n',
  ].join('');
}

/** Later than any day. */
const LATEST = '9999-12-31';

/**
 * Return the day of a report's last change in the archive; where none is known, the day of the
 * document, or of its deadline: a record must have one.
 */
function datestamp(file: ListedFile): string {
  const { published, republished, signed, timeliness } = file.summary;
  return lastChange([file]) ?? published ?? republished ?? signed ?? timeliness.due;
}

function tag(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
