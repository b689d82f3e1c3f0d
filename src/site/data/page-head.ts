/** A step of the way down to a page. */
export interface Crumb {
  readonly label: string;
  readonly address: string;
}

/** What the shell needs to know of any page. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The page's own address, without base path. */
  readonly address: string;
  readonly crumbs: readonly Crumb[];
}
