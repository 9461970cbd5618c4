/** One mistake in the data: where it is and what to write instead. */
export interface Fault {
  /** Path of the file as it was given: `data/chronology/2001.json`. */
  readonly file: string;
  /** Place inside the file: `events[3].date`; empty for the file as a whole. */
  readonly field: string;
  /** What is wrong and what to write, without a full stop. */
  readonly reason: string;
  /** Id of the record that it is in, where it has one: with it the place is found faster than by counting. */
  readonly record?: string;
}

/** One line for an operator: `data/chronology/2001.json: events[3].date: …, write … (in 2001-06-15-…)`. */
export function faultLine(fault: Fault): string {
  const place = fault.field === '' ? fault.file : `${fault.file}: ${fault.field}`;
  const record = fault.record === undefined ? '' : ` (in ${fault.record})`;
  return `${place}: ${fault.reason}${record}`;
}

/** `['events', 3, 'date']` as `events[3].date`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((made, part) => {
    if (typeof part === 'number') return `${made}[${part}]`;
    return made === '' ? String(part) : `${made}.${String(part)}`;
  }, '');
}

/** Joins a record's place and a field in it, either of which may be empty. */
export function within(place: string, field: string): string {
  if (place === '' || field === '') return place + field;
  return field.startsWith('[') ? place + field : `${place}.${field}`;
}
