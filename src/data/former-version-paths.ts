import { formerVersions } from '../archive/report/former-versions.ts';
import { archive } from './archive.ts';
import { readReport } from './read-compiled.ts';

/** Lists the routes of all earlier versions; only a report that has any is read for it. */
export function formerVersionPaths() {
  return archive.reports
    .filter(({ version }) => version > 1)
    .flatMap((summary) => {
      const [, , code = '', document = ''] = summary.url.split('/');
      return formerVersions(readReport(summary.id)).map((former) => ({
        params: { code, document, version: String(former.version) },
        props: { summary, former },
      }));
    });
}
