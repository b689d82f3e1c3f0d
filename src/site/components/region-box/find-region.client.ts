import { connectRegionBox } from './region-box.client.ts';

/** Leads from a region box to the page of the region that is chosen in it. */
for (const root of document.querySelectorAll<HTMLElement>('.region-box[data-leads-to]'))
  connectRegionBox(root, {
    onChoose: (code) => {
      if (code !== undefined) location.assign(`${root.dataset['leadsTo']}${code}/`);
    },
  });
