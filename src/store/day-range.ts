/** The first day that a date of any precision may mean: `2001` → `2001-01-01`. */
export const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);

/** The last day that a date of any precision may mean: `2001-02` → `2001-02-28`. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length !== 7) return date;
  return `${date}-${Temporal.PlainYearMonth.from(date).daysInMonth}`;
}
