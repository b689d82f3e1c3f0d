import { describe, expect, it } from 'vitest';
import { type Frontmatter, frontmatterSchema } from '../../report/frontmatter.ts';
import { snapshotLine } from './editor.ts';
import { settleField } from './settle-field.ts';

const doubt = (field: string, value: string | null) => ({
  ...{ field, value, confidence: 0.4, evidence: '工作报告' },
});
const snapshot = '首页 > 公开\n长安区2020年法治政府 建设工作报告\n2021年3月5日';
const frontmatter: Frontmatter = frontmatterSchema.parse({
  ...{ id: '130102-2020', kind: 'annual', title: '工作报告', issuer: '长安区人民政府' },
  ...{ region: '130102', year: 2020, published: '2021-03-05' },
  basis: { title: 'page', issuer: 'inferred', published: 'document' },
  source: {
    ...{ url: null, archived: null, file: 'sources/2020/130102-长安区.txt' },
    ...{ sha256: '0'.repeat(64), retrieved: null, omitted: [] },
  },
  review: [doubt('title', '工作报告'), doubt('issuer', '长安区人民政府')],
});
const settle = (
  field: 'title' | 'issuer' | 'published',
  decision: Parameters<typeof settleField>[3],
) => settleField(frontmatter, doubt(field, ''), field, decision, snapshot);

describe('a doubt', () => {
  it('that is accepted leaves what was read where it was read', () => {
    const after = settle('title', { kind: 'accept' });
    expect(after.basis).toEqual(frontmatter.basis);
    expect(after.review.map(({ field }) => field)).toEqual(['issuer']);
  });

  it('of the text is settled alone, one of a field with all that are about it', () => {
    const [one, other] = [doubt('text', '甲'), doubt('text', '乙')];
    const review = [one, other, doubt('issuer', ''), { ...doubt('issuer', ''), evidence: '主办' }];
    const left = (entry: (typeof review)[number], field?: 'issuer') =>
      settleField({ ...frontmatter, review }, entry, field, { kind: 'accept' }, snapshot).review;
    expect(left(one)).toEqual(review.slice(1));
    expect(left(doubt('issuer', ''), 'issuer')).toEqual([one, other]);
  });

  it('that offers an address gives it where it is taken, and only then', () => {
    const offer = doubt('url', 'http://a.gov.cn/1.html');
    const settled = (decision: Parameters<typeof settleField>[3]) =>
      settleField({ ...frontmatter, review: [offer] }, offer, undefined, decision, snapshot);
    expect(settled({ kind: 'accept' })).toMatchObject({ source: { url: offer.value }, review: [] });
    expect(settled({ kind: 'value', value: null })).toMatchObject({
      ...{ source: { url: null }, review: [] },
    });
  });

  it('that is accepted makes an inference the editor’s', () => {
    expect(settle('issuer', { kind: 'accept' })).toMatchObject({
      issuer: '长安区人民政府',
      basis: { issuer: 'editor' },
    });
  });

  it('that gets another value has the editor for its basis', () => {
    const after = settle('published', { kind: 'value', value: '2021-03-06' });
    expect(after).toMatchObject({ published: '2021-03-06', basis: { published: 'editor' } });
  });

  it('that gets no value has no basis', () => {
    const after = settle('published', { kind: 'value', value: null });
    expect(after.published).toBeNull();
    expect(after.basis).not.toHaveProperty('published');
  });

  it('about a title gets the page for its basis where the page prints it', () => {
    const printed = '长安区2020年法治政府建设工作报告';
    expect(settle('title', { kind: 'value', value: printed }).basis.title).toBe('page');
    expect(settle('title', { kind: 'value', value: '我县的报告' }).basis.title).toBe('editor');
  });
});

it.each([
  ['was read from', doubt('published', null), [{ line: 3, fields: ['published'] }], 'line 3: 2021'],
  ['holds the evidence', doubt('title', null), [], 'line 2: 长安区'],
  ['holds the value', { ...doubt('x', '公开'), evidence: '无此语' }, [], 'line 1: 首页'],
] as const)('is shown with the line that it %s', (_, entry, omitted, line) => {
  const parts = omitted.map((one) => ({
    ...{ line: one.line, fields: [...one.fields], text: '', why: 'metadata' as const },
  }));
  expect(snapshotLine(snapshot, entry, parts)).toContain(line);
});

it('is shown without a line where the snapshot has neither evidence nor value', () => {
  expect(snapshotLine(snapshot, { ...doubt('x', null), evidence: '无此语' })).toBeUndefined();
});

it('is shown with a hundred characters of its line', () => {
  const shown = (length: number) => snapshotLine('文'.repeat(length), doubt('x', '文')) ?? '';
  const of = (length: number) => shown(length).replace('line 1: ', '');
  expect([of(100), of(101)]).toEqual(['文'.repeat(100), `${'文'.repeat(100)}…`]);
});
