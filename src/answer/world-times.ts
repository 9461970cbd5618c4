/** Turning points of general knowledge that people count from, with their first and last day. */
const points: readonly (readonly [RegExp, string, string])[] = [
  // The WHO called it a pandemic on 11 March 2020 and ended the emergency on 5 May 2023.
  [
    /^(?:the )?(?:covid(?:-?19)?|corona(?:virus)?)? ?pandemic$|^(?:the )?covid(?:-?19)?$|^(?:the )?lockdowns?$/,
    '2020-03-11',
    '2023-05-05',
  ],
  // The Soviet Union ended on 26 December 1991.
  [
    /^the cold war$|^the end of the cold war$|^the (?:soviet|ussr) collapse$|^the (?:fall|collapse|end) of the (?:soviet union|ussr)$/,
    '1991-12-26',
    '1991-12-26',
  ],
  [/^9[/-]11$|^september 11$|^the 9[/-]11 attacks$/, '2001-09-11', '2001-09-11'],
  [/^the (?:russian )?(?:invasion of|war in|war on) ukraine$|^the ukraine war$/, '2022-02-24', '2022-02-24'],
];

const form = /,?\s*\b(before|since|after) ([^,?.!]+?)[?.! ]*$/;

/** A stretch of time that a question names by a turning point: `before the pandemic`, `since the war in Ukraine`. */
export interface WorldTime {
  readonly from: string;
  readonly until: string;
  readonly said: string;
  /** Position in the question at which it begins. */
  readonly at: number;
}

/** Reads `before the pandemic` at the end of a question (folded); undefined without a turning point known here. */
export function readWorldTime(folded: string, today: string): WorldTime | undefined {
  const match = form.exec(folded);
  const point = points.find(([pattern]) => pattern.test(match?.[2] ?? ''));
  if (match === null || point === undefined) return undefined;
  const [, first, last] = point;
  const said = match[0].trim();
  const day = (of: string, days: number): string => Temporal.PlainDate.from(of).add({ days }).toString();
  const where = { said, at: match.index };
  if (match[1] === 'before') return { from: '0001-01-01', until: day(first, -1), ...where };
  return { from: match[1] === 'after' ? day(last, 1) : first, until: today, ...where };
}
