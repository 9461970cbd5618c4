/** True when an office or relation of these dates (both inclusive, either open) was running on a day. */
export const coversDay = (from: string | undefined, to: string | undefined, day: string): boolean =>
  (from === undefined || from <= day) && (to === undefined || day.slice(0, to.length) <= to);
