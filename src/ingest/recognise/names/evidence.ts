export type NameKind = 'person' | 'place' | 'organisation' | 'other';

/** How much speaks for each kind; the numbers are set by hand and add up. */
export type Evidence = Readonly<Record<NameKind, number>>;

export const none: Evidence = { person: 0, place: 0, organisation: 0, other: 0 };

export const sum = (parts: readonly Partial<Evidence>[]): Evidence =>
  parts.reduce<Evidence>(
    (total, part) => ({
      person: total.person + (part.person ?? 0),
      place: total.place + (part.place ?? 0),
      organisation: total.organisation + (part.organisation ?? 0),
      other: total.other + (part.other ?? 0),
    }),
    none,
  );
