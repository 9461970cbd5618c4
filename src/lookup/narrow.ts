import { inPeriod, type Period } from './period.ts';
import type { Holdings } from './shelf.ts';

/** The records of a period; articles by their publication, figures by their as-of date. */
export function narrow(holdings: Holdings, period: Period): Holdings {
  if (period.from === undefined && period.until === undefined) return holdings;
  return {
    events: holdings.events.filter((event) => inPeriod(event.date, event.endDate, period)),
    articles: holdings.articles.filter((article) => inPeriod(article.published, undefined, period)),
    quotations: holdings.quotations.filter((unit) => inPeriod(unit.source.quotation.date, undefined, period)),
    figures: holdings.figures.filter((unit) => inPeriod(unit.source.figure.asOf, undefined, period)),
  };
}
