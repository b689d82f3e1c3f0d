/** Marks on arrival from a search what was searched for; a page opened otherwise loads no more. */
if (new URLSearchParams(location.search).get('q')?.trim())
  import('./step-through.client.ts').then(({ stepThrough }) => stepThrough());
