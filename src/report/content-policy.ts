/** The one policy of Trusted Types: it makes the address of the service worker, and nothing else. */
export const workerPolicy = 'service-worker';

/** What every page may load and run: files of its own origin, nothing inline, no text as code. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${workerPolicy}`,
].join('; ');

/** The same as a header, which alone can say who may frame a page. */
export const headerPolicy = `${contentPolicy}; frame-ancestors 'none'`;

/** The policy of a snapshot: what was published elsewhere is shown, and has no rights here. */
export const snapshotPolicy = "sandbox; default-src 'none'";
