import type { Signs } from '../../src/answer/confidence.ts';

/** The signs of a candidate and whether it answered. */
export interface Case {
  readonly signs: Signs;
  readonly right: boolean;
  /** How much it counts. */
  readonly weight: number;
}

const steps = 6000;
const rate = 0.5;
const shrink = 0.002;

/** Weights of a logistic regression by plain gradient descent; the same cases give the same weights. */
export function fitWeights(cases: readonly Case[]): Readonly<Record<string, number>> {
  const names = ['constant', ...Object.keys(cases[0]?.signs ?? {})];
  const rows = cases.map((each) => [1, ...Object.values(each.signs)]);
  const total = cases.reduce((sum, each) => sum + each.weight, 0);
  let weights: readonly number[] = names.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight) => weight * shrink);
    rows.forEach((row, at) => {
      const likely =
        1 / (1 + Math.exp(-row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0)));
      const miss = ((likely - (cases[at]?.right ? 1 : 0)) * (cases[at]?.weight ?? 1)) / total;
      row.forEach((value, column) => {
        slope[column] = (slope[column] ?? 0) + miss * value;
      });
    });
    weights = weights.map((weight, column) => weight - rate * (slope[column] ?? 0));
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100]));
}
