import type { Page } from 'playwright-core';

/**
 * Tell of everything that should never happen on a page of ours.
 *
 * @param origin the only one the page may ask
 * @param report called with each error logged or thrown, each part that failed to load, and each
 *   request elsewhere
 */
export function watchPage(page: Page, origin: string, report: (problem: string) => void): void {
  page.on('pageerror', (error) => report(`${page.url()} threw ${error.message}`));
  page.on('console', (message) => {
    // Chromium logs what failed to load; that is told below, and a page that is to be missing may be.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    report(`${page.url()} logged ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) {
      report(`${page.url()} asked ${url.href}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() < 400 || response.request().isNavigationRequest()) return;
    report(`${page.url()} got ${response.status()} from ${response.url()}`);
  });
}
