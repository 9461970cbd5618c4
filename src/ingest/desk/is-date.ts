const calendar = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Whether a value is a day, month or year of the calendar. */
export function isDate(value: string): boolean {
  if (!calendar.test(value)) return false;
  const padded = `${value}-01-01`.slice(0, 10);
  try {
    Temporal.PlainDate.from(padded, { overflow: 'reject' });
    return true;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}
