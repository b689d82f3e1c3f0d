import { workerPolicy } from '../../report/content-policy.ts';
import { offlinePaths } from './offline-site.ts';

/** What browsers have of Trusted Types and TypeScript does not know: the one part used here. */
interface TrustedTypesFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

/** It can be made once a page; it lets through the worker's address and no other. */
const policy = (
  globalThis as typeof globalThis & { readonly trustedTypes?: TrustedTypesFactory }
).trustedTypes?.createPolicy(workerPolicy, {
  createScriptURL(address) {
    const { origin, pathname, search } = new URL(address, location.href);
    if (origin === location.origin && pathname.endsWith(`/${offlinePaths.worker}`) && search === '')
      return address;
    throw new TypeError(`Unexpected address of a service worker: ${address}`);
  },
});

/**
 * Register the service worker, and wait until it works.
 *
 * @param base the site's base path, with a slash at both ends
 * @throws Error where it cannot be installed; `navigator.serviceWorker.ready` would wait for ever
 */
export async function registerWorker(base: string): Promise<void> {
  const address = base + offlinePaths.worker;
  const registration = await navigator.serviceWorker.register(
    policy?.createScriptURL(address) ?? address,
    { scope: base },
  );
  const { active, waiting, installing } = registration;
  const worker = active ?? waiting ?? installing;
  if (worker === null) throw new Error('Unexpected registration without a service worker');
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      else if (worker.state === 'redundant')
        reject(new Error('Unexpected end of the service worker before it worked'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
