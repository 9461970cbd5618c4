/** Parts of an address that say where a reader came from and not what is read. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|ref_src|cmpid|ocid|src|amp)$/i;

/** The form in which addresses of articles are compared; undefined for one that is not on the web. */
export function linkKey(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name)).sort();
  const query = new URLSearchParams(kept).toString();
  const path = url.pathname.replace(/\/(?:amp|index\.html?)?\/?$/, '');
  return `${siteOf(url)}${path}${query === '' ? '' : `?${query}`}`;
}

/** The host without the parts that only say for which screen. */
const siteOf = (url: URL): string => url.host.replace(/^(?:www|m|mobile|amp|edition)\./, '');

/**
 * The address that a page calls its own, where that is one of the same site; a page cannot give itself out for another
 * site's article.
 */
export function ownLink(said: string | undefined, fetched: string | undefined): string | undefined {
  const at = fetched === undefined ? null : URL.parse(fetched);
  const own = said === undefined ? null : URL.parse(said, fetched);
  if (own === null || !/^https?:$/.test(own.protocol)) return at?.href;
  if (at === null || siteOf(own) === siteOf(at)) return withoutHash(own);
  const related = siteOf(own).endsWith(`.${siteOf(at)}`) || siteOf(at).endsWith(`.${siteOf(own)}`);
  return related ? withoutHash(own) : at.href;
}

function withoutHash(url: URL): string {
  const copy = new URL(url);
  copy.hash = '';
  return copy.href;
}
