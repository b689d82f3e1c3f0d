import { describe, expect, it } from 'vitest';
import { extract } from '../extract.ts';

const read = (html: string | Uint8Array, name = 'a.html') =>
  extract(typeof html === 'string' ? Buffer.from(html) : html, name);
const linesOf = async (html: string) => (await read(`<html><body>${html}`)).text.split('\n');

describe('a page', () => {
  it.each([
    ['a break', '<p>甲<br>乙<br/>丙</p>', ['甲', '乙', '丙']],
    [
      'a row of a table',
      '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>',
      ['甲\t乙', '丙\t'],
    ],
    ['a cell of a layout', '<table><tr><td>甲</td><td>乙</td></tr></table>', ['甲', '乙']],
    ['an item', '<ul><li>甲<li>乙</ul>', ['甲', '乙']],
    ['a line of preformatted text', '<pre>甲\n乙\r\n丙 丁</pre>', ['甲', '乙', '丙 丁']],
    ['nothing inline', '<p><b>甲</b><font>乙</font><o:p>丙</o:p><img>丁</p>', ['甲乙丙丁']],
  ])('ends a line at %s', async (_, html, lines) => {
    expect(await linesOf(html)).toEqual(lines);
  });

  it.each([
    ['among words', '<p>办案<img src=n.gif width=20 height=16>件。</p>', 1],
    ['before words', '<p><img src=n.gif width=20 height=16>办案件。</p>', 0],
    ['behind words', '<p>办案件。<img src=n.gif width=20 height=16></p>', 0],
    ['before a link', '<p>附件：<img src=n.gif width=20 height=16><a>甲</a></p>', 0],
    ['of a spacer', '<p>办案<img src=n.gif width=1 height=16>件。</p>', 0],
  ])('takes a small picture %s for what it may be', async (_, html, pictures) => {
    const content = `<div class="TRS_Editor">${html}<p>${'全年办案'.repeat(60)}。</p></div>`;
    const { lines } = await read(`<html><body>${content}`);
    expect(lines.filter(({ picture }) => picture !== undefined)).toHaveLength(pictures);
  });

  it('gives what is seen, and nothing of markup, scripts and what is hidden', async () => {
    const hostile = [
      '<script>alert("甲")</script><style>p::after{content:"甲"}</style><!-- 甲 -->',
      '<svg onload="alert(1)"><text>甲</text><script>alert(2)</script></svg>',
      '<noscript>甲</noscript><template>甲</template><iframe srcdoc="甲"></iframe>',
      '<p style="DISPLAY : none">甲</p><p hidden>甲</p><p style="visibility:hidden">甲</p>',
      '<select><option>甲</select><textarea>甲</textarea><button>甲</button>',
      '<a href="javascript:alert(3)" onclick="alert(4)">乙</a><img src=x onerror="alert(5)" alt="甲">',
      '<math><mtext></mtext></math><input value="甲"><p title="甲">丙 &lt;b&gt; &amp;nbsp;</p>',
    ];
    expect(await linesOf(hostile.join(''))).toEqual(['乙', '丙 <b> &nbsp;']);
  });

  it.each(['div', 'span', 'b', 'font', 'table'])(
    'is read however deep a browser nests its <%s>, and refused beyond',
    async (tag) => {
      expect((await linesOf(`${`<${tag}>`.repeat(500)}甲`)).join('')).toBe('甲');
      await expect(linesOf(`${`<${tag}>`.repeat(20_000)}甲`)).rejects.toMatchObject({
        code: 'i-006',
      });
    },
  );

  it('is not deep for leaving its paragraphs open', async () => {
    expect(await linesOf('<p>甲<br><img><li>乙'.repeat(2_000))).toHaveLength(4_000);
  });

  it('is read in the encoding it is in, whatever it says', async () => {
    const html = '<html><head><meta charset="gb2312"></head><body><p>法治政府建设的工作情况</p>';
    expect((await read(html)).text).toBe('法治政府建设的工作情况');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(html, 'utf16le')]);
    expect((await read(wide)).text).toBe('法治政府建设的工作情况');
  });

  it.each([
    [
      '<!-- saved from url=(0034)https://www.xunxian.gov.cn/1.html#top -->',
      'https://www.xunxian.gov.cn/1.html',
    ],
    ['<!-- saved from url=(0014)about:internet -->', undefined],
    ['<!-- saved from url=(0020)file:///C:/1.html -->', undefined],
    ['', undefined],
  ])('tells where it was saved from: %s', async (comment, url) => {
    expect((await read(`${comment}<html><body><p>甲</p>`)).url).toBe(url);
  });
});

describe('the document of a page', () => {
  const zonesOf = async (html: string) =>
    (await read(`${html}<p>导航</p>`)).lines.map(({ zone }) => zone).join(' ');
  const text = (length: number) => '文'.repeat(length);

  it('is an element of a known name with 200 characters outside links', async () => {
    const page = (length: number) => `<!doctype html><body><div id="zoom">${text(length)}</div>`;
    expect(await zonesOf(page(200))).toBe('content page');
    expect(await zonesOf(page(199))).not.toBe('content page');
  });

  it('is told by Readability from 200 characters on', async () => {
    const page = (length: number) => `<!doctype html><body><div><p>${text(length)}</p></div>`;
    expect(await zonesOf(page(210))).toContain('content');
    expect(await zonesOf(page(190)).then((zones) => zones.trim())).toBe('');
  });

  it('is the largest of these, and the inner one of two as large', async () => {
    const two = `<div class="article-con">${text(200)}</div><article>${text(201)}</article>`;
    expect(await zonesOf(`<!doctype html><body>${two}`)).toBe('page content page');
    const inner = `<article><b>题</b><div id="zoom">${text(300)}</div></article>`;
    expect(await zonesOf(`<!doctype html><body>${inner}`)).toBe('content content page');
    const alike = `<article><img><div id="zoom">${text(300)}</div><br></article>`;
    expect(await zonesOf(`<!doctype html><body>${alike}`)).toBe('content page');
  });

  it('goes by the case of its name, but for a page without doctype', async () => {
    const page = `<html><body><div id="ZOOM">${text(200)}</div><div class="x">${text(400)}</div>`;
    expect(await zonesOf(page)).toBe('content page page');
    expect(await zonesOf(`<!doctype html>${page}`)).not.toBe('content page page');
  });
});

describe('the limits of a page', () => {
  it('are a thousand nested elements', async () => {
    const page = (depth: number) =>
      `<div id="zoom">${'文'.repeat(200)}</div>${'<div>'.repeat(depth - 2)}甲`;
    expect(await linesOf(page(1_000))).toHaveLength(2);
    await expect(linesOf(page(1_001))).rejects.toMatchObject({ code: 'i-006' });
  });

  it('are 4,096 characters before where it was saved from', async () => {
    const saved = '<!-- saved from url=(0034)https://www.xunxian.gov.cn/1.html -->';
    const url = async (before: number) =>
      (await read(`<html>${' '.repeat(before - 6)}${saved}<body><p>甲</p>`)).url;
    expect(await url(4_096 - saved.length)).toBe('https://www.xunxian.gov.cn/1.html');
    expect(await url(4_097 - saved.length)).toBeUndefined();
  });
});

it('writes raised digits raised, and the line of a fraction', async () => {
  const { text, doubts } = await read(
    '<p>面积12km<sup>2</sup>，审核1,109<sup>1</sup>件，率为<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math></p>',
  );
  expect(text).toBe('面积12km²，审核1,109¹件，率为3/4');
  expect(doubts).toEqual([]);
});

it('reads a row of digits that nearly is a way to further pages in no time', async () => {
  const { text } = await read(`<html><p>${'1'.repeat(5_000)}件</p>`);
  expect(text).toHaveLength(5_001);
});

describe('a page saved as one file', () => {
  const message = (parts: readonly string[]) =>
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://www.xunxian.gov.cn/1.html',
      'Subject: =?utf-8?Q?=E6=B3=95=E6=B2=BB?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"',
      '',
      ...parts.map((part) => `------b\r\n${part}`),
      '------b--',
    ].join('\r\n');
  const quoted = (text: string) =>
    Buffer.from(text)
      .toString('latin1')
      .replace(
        /[^\n -<>-~]/g,
        (one) => `=${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      );
  const html = (words: string) =>
    `Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(`<html><body><p>${words}</p></body></html>`)}`;
  const picture =
    'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: a.png\r\n\r\niVBORw0KGgo=';

  it('gives its text, that of its frames, and its address', async () => {
    const { text, url, extension } = await read(
      message([html('甲'), picture, html('乙')]),
      'a.mht',
    );
    expect({ text, url, extension }).toEqual({
      ...{ text: '甲\n乙', url: 'https://www.xunxian.gov.cn/1.html', extension: 'mhtml' },
    });
  });

  it('is refused where it has no page in it, or one in characters that are lost', async () => {
    await expect(read(message([picture]))).rejects.toMatchObject({ code: 'i-001' });
    const lost = html('甲').replace('=E7=94=B2', '=FF=FE');
    await expect(read(message([lost]))).rejects.toMatchObject({ code: 'i-003' });
  });
});
