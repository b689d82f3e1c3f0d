import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { noteReference } from '../../../report/note-reference.ts';
import { extract } from '../extract.ts';

const NAMES = ['office', 'style', 'text', 'table', 'draw', 'svg', 'xlink', 'fo']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

/** Makes an OpenDocument text of a body, and the styles that it is set in. */
async function makeOdt(body: string, styles = ''): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('mimetype', 'application/vnd.oasis.opendocument.text');
  zip.file(
    'content.xml',
    `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  );
  return zip.generateAsync({ type: 'uint8array' });
}

it('raises digits that are printed raised, and no mark of a note', async () => {
  const style = (name: string, position: string) =>
    `<style:style style:name="${name}"><style:text-properties style:text-position="${position}"/></style:style>`;
  const note =
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>';
  const span = (name: string, words: string) =>
    `<text:span text:style-name="${name}">${words}</text:span>`;
  const body = `<text:p>12km${span('up', '2')}，H${span('down', '2')}O，1,109${span('up', note)}件</text:p>`;
  const styles = style('up', 'super 58%') + style('down', 'sub 58%');
  const { text } = await extract(await makeOdt(body, styles), 'a.odt');
  expect(text.split('\n')).toEqual([`12km²，H2O，1,109${noteReference('1')}件`, '注']);
});

it('leaves out what a paragraph hides or strikes out as a whole, and not what shows itself in it', async () => {
  const style = (name: string, how: string) =>
    `<style:style style:name="${name}"><style:text-properties ${how}/></style:style>`;
  const styles =
    style('off', 'text:display="none"') +
    style('struck', 'style:text-line-through-style="solid"') +
    style('plain', 'style:text-line-through-style="none"');
  const body = `<text:p text:style-name="off">内部<text:s/>意见</text:p><text:p text:style-name="struck">作废<text:span text:style-name="plain">仍办案</text:span>三件</text:p>`;
  const { text, doubts } = await extract(await makeOdt(body, styles), 'a.odt');
  expect(text.trim()).toBe('仍办案');
  expect(doubts?.map(({ words, from }) => [words, from])).toEqual([
    ...['内部意见', '作废', '三件'].map((words) => [words, 'reader']),
  ]);
});
