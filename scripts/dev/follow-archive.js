import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * What `scripts/dev.ts` says to Astro, which runs as a process of its own.
 *
 * @typedef {object} CompiledNews
 * @property {string} compiled the folder of compiled reports
 * @property {number} underWay how many reports it still lacks
 * @property {boolean} isVocabularyNew whether a vocabulary has changed
 * @property {string | null} asked the address that this answers to
 */
/**
 * What Astro says to it: that it listens, that a page is asked for and shown, or of which report.
 *
 * @typedef {'listening' | 'asked' | 'shown' | { readonly asked: string }} PageNews
 */

/** The modules that read what was compiled, and the vocabularies: once, when they are loaded. */
const READERS = ['read-compiled.ts', 'vocabularies.ts'].map((name) =>
  fileURLToPath(new URL(`../../src/site/data/${name}`, import.meta.url)),
);
const REPORT = /\/r\/\w+\/\d{4}/;

/**
 * Have Astro show what `scripts/dev.ts` compiled last. A page waits until there is something to show, and one of
 * a report that is not compiled yet until it is. Modules that read the archive are loaded again, with
 * those that rest on them; none is transformed again.
 */
export function followArchive() {
  return {
    name: 'follow-archive',
    apply: /** @type {const} */ ('serve'),
    configureServer(/** @type {import('vite').ViteDevServer} */ server) {
      let isReady = false;
      let isWhole = false;
      /** @type {Map<string | null, (() => void)[]>} */
      const waiting = new Map();
      const wait = (/** @type {string | null} */ asked) =>
        /** @type {Promise<void>} */ (
          new Promise((resolve) => waiting.set(asked, [...(waiting.get(asked) ?? []), resolve]))
        );
      const answer = (/** @type {string | null} */ asked) => {
        for (const go of waiting.get(asked) ?? []) go();
        waiting.delete(asked);
      };
      process.on('message', (/** @type {CompiledNews} */ news) => {
        process.env['FAZHI_COMPILED'] = news.compiled;
        process.env['FAZHI_UNDER_WAY'] = String(news.underWay);
        forgetArchive(server, news.isVocabularyNew ? READERS : READERS.slice(0, 1));
        if (isReady && news.asked === null)
          server.environments.client.hot.send({ type: 'full-reload' });
        isReady = true;
        isWhole = news.underWay === 0;
        if (isWhole) for (const asked of [...waiting.keys()]) answer(asked);
        answer(null);
        answer(news.asked);
      });
      const say = (/** @type {PageNews} */ news) => void process.send?.(news);
      say('listening');
      server.middlewares.use(async (request, response, next) => {
        say('asked');
        if (!isReady) await wait(null);
        const asked = REPORT.exec(request.url ?? '')?.[0];
        if (asked !== undefined && !isWhole) {
          say({ asked });
          await wait(asked);
        }
        response.on('finish', () => say('shown'));
        next();
      });
    },
  };
}

/**
 * Forget modules that were loaded, and all that rest on them.
 *
 * @param {import('vite').ViteDevServer} server
 * @param {readonly string[]} files
 */
function forgetArchive(server, files) {
  for (const environment of Object.values(server.environments)) {
    if (!('runner' in environment)) continue;
    const { evaluatedModules } = /** @type {import('vite').RunnableDevEnvironment} */ (environment)
      .runner;
    /** @type {Set<string>} */
    const ids = new Set();
    const forget = (/** @type {string} */ id) => {
      const module = evaluatedModules.getModuleById(id);
      if (module === undefined || ids.has(id)) return;
      ids.add(id);
      for (const importer of module.importers) forget(importer);
      evaluatedModules.invalidateModule(module);
    };
    for (const file of files)
      for (const { id } of evaluatedModules.getModulesByFile(file) ?? []) forget(id);
  }
}
