// Not run: `tsc` reads it. A line marked as an error that is none breaks the build.
import type { Answered, Claim, Evidence } from '../../src/answer/model.ts';

declare const evidence: Evidence;
declare const some: Evidence[];
declare const claim: Claim;

export const supported: Claim = { text: 'India joined in 2017.', certainty: 'stated', evidence: [evidence] };

// @ts-expect-error a claim without evidence is not a claim
export const unsupported: Claim = { text: 'India joined in 2017.', certainty: 'stated', evidence: [] };

// @ts-expect-error nor is one whose evidence is left out
export const bare: Claim = { text: 'India joined in 2017.', certainty: 'stated' };

// @ts-expect-error nor is one with a list that may be empty
export const perhaps: Claim = { text: 'India joined in 2017.', certainty: 'stated', evidence: some };

export const answered: Pick<Answered, 'status' | 'claims'> = { status: 'answered', claims: [claim] };

// @ts-expect-error an answer without a claim is not answered
export const empty: Pick<Answered, 'status' | 'claims'> = { status: 'answered', claims: [] };
