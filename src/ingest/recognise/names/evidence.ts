export type NameKind = 'person' | 'place' | 'organisation' | 'other';

/** How much speaks for each kind; the numbers are set by hand and add up. */
export type Evidence = Readonly<Record<NameKind, number>>;

export const none: Evidence = { person: 0, place: 0, organisation: 0, other: 0 };

export function sum(parts: readonly Partial<Evidence>[]): Evidence {
  const total = { ...none };
  for (const part of parts) {
    total.person += part.person ?? 0;
    total.place += part.place ?? 0;
    total.organisation += part.organisation ?? 0;
    total.other += part.other ?? 0;
  }
  return total;
}
