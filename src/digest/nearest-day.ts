/** The month-day nearest to one that has nothing, of those that have something; the later one on a tie. */
export function nearestDay(monthDays: readonly string[], wanted: string): string | undefined {
  const distance = (one: string): number => {
    const apart = Math.abs(ordinal(one) - ordinal(wanted));
    return Math.min(apart, 366 - apart);
  };
  return monthDays.toSorted((one, other) => distance(one) - distance(other) || (one < other ? 1 : -1))[0];
}

/** Day of a leap year, from 1. */
const ordinal = (monthDay: string): number => Temporal.PlainDate.from(`2000-${monthDay}`).dayOfYear;
