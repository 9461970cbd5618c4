import { stated, sticky, type TimeRecogniser } from './recogniser.ts';

const references: Readonly<Record<string, string>> = {
  now: 'PRESENT_REF',
  currently: 'PRESENT_REF',
  current: 'PRESENT_REF',
  nowadays: 'PRESENT_REF',
  'at present': 'PRESENT_REF',
  'right now': 'PRESENT_REF',
  recently: 'PAST_REF',
  'the past': 'PAST_REF',
  'the near future': 'FUTURE_REF',
  'the future': 'FUTURE_REF',
  future: 'FUTURE_REF',
};

/** Words for the present, the past and the future as a whole. */
export const generalReferences: readonly TimeRecogniser[] = [
  {
    name: 'now, recently, in the future',
    first: ['now', 'currently', 'current', 'nowadays', 'at', 'right', 'recently', 'the'],
    pattern: sticky(
      '(?:right now|now|currently|current|nowadays|at present|recently|the (?:near )?future|the past(?! \\p{L}+))\\b(?![-\\p{L}])',
    ),
    read(m, { before }) {
      const value = references[m[0].toLowerCase().replace(/\s+/g, ' ')];
      if (m[0].toLowerCase() === 'the past' && !/\bin\s$/i.test(before)) return undefined;
      return value === undefined ? undefined : stated('DATE', value);
    },
  },
];
