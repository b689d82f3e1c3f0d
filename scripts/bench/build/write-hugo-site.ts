import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readManifest, readReport } from '../../../src/publish/compile/compiled-archive.ts';
import { reportLines } from '../../../src/report/report-lines.ts';

/** Pages as plain as can be: every report, and the lists that a site of reports cannot do without. */
const layouts: Readonly<Record<string, string>> = {
  '_default/baseof.html':
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><header><a href="/">首页</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>',
  '_default/single.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.issuer }}，{{ .Params.published }}</p><nav>{{ .TableOfContents }}</nav>{{ .Content }}<ul>{{ with .NextInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ with .PrevInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
  '_default/list.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
  'index.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Site.Taxonomies.regions }}<li>{{ .Page.Title }}</li>{{ end }}</ul>{{ end }}',
};

const config = `title = "bench"
languageCode = "zh-CN"
disableKinds = ["RSS", "sitemap"]
[taxonomies]
region = "regions"
year = "years"
`;

/**
 * Write compiled reports as a site for Hugo: a page a report, lists by place and by year.
 *
 * @param compiledDir where the build left the compiled reports
 */
export async function writeHugoSite(compiledDir: string, siteDir: string): Promise<void> {
  await mkdir(siteDir, { recursive: true });
  await writeFile(path.join(siteDir, 'config.toml'), config);
  for (const [name, text] of Object.entries(layouts)) {
    const file = path.join(siteDir, 'layouts', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const content = path.join(siteDir, 'content', 'r');
  await mkdir(content, { recursive: true });
  for (const { summary } of readManifest(compiledDir).files) {
    const report = readReport(compiledDir, summary.id);
    const { id, title, issuer, published, year, region } = report;
    const head = {
      title,
      issuer,
      published,
      years: [String(year)],
      regions: region.path.map((step) => step.name),
    };
    const body = reportLines(report).map((line) =>
      line.paragraph === null && line.section !== null ? `## ${line.text}` : line.text,
    );
    await writeFile(
      path.join(content, `${id}.md`),
      `${JSON.stringify(head)}\n\n${body.join('\n\n')}\n`,
    );
  }
}
