import { z } from 'zod';
import { type LanguageModel, ModelFault } from './port.ts';

/** What a model is asked. */
export interface Asked<T> {
  readonly instructions: string;
  readonly material: object;
  /** What its answer has to look like. */
  readonly schema: z.ZodType<T>;
  /** Milliseconds for everything, a second try included. */
  readonly within: number;
}

/** What came of it; `failed` has one sentence without a full stop. */
export type Told<T> =
  | { readonly state: 'told'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: string };

/** Asks a model and checks the shape of its answer; asks once more where that may help. It never rejects. */
export async function askModel<T>(
  model: LanguageModel,
  asked: Asked<T>,
  signal: AbortSignal,
): Promise<Told<T>> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(asked.within)]);
  const first = await attempt(model, asked, until);
  const isLast = first.told.state === 'told' || !first.again || until.aborted;
  return isLast ? first.told : (await attempt(model, asked, until)).told;
}

async function attempt<T>(
  model: LanguageModel,
  { instructions, material, schema }: Asked<T>,
  signal: AbortSignal,
): Promise<{ readonly told: Told<T>; readonly again: boolean }> {
  const shape = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
  try {
    const answer = await model.ask(
      `${instructions}\nAnswer with one JSON object of this JSON Schema and nothing else:\n${shape}`,
      material,
      signal,
    );
    const read = schema.safeParse(answer);
    if (read.success) return { told: { state: 'told', value: read.data }, again: false };
    return failed('the model answered in another form than it was asked for', true);
  } catch (fault) {
    if (!(fault instanceof ModelFault)) throw fault;
    return failed(fault.message, fault.again);
  }
}

const failed = (reason: string, again: boolean) => ({ told: { state: 'failed', reason } as const, again });
