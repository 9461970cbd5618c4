import { z } from 'zod';
import { type LanguageModel, ModelFault } from './port.ts';

/** Where the model is. */
export interface ModelSettings {
  /** Base address of an OpenAI-compatible API: `https://api.example.com/v1`. */
  readonly url: string;
  readonly key?: string;
  readonly name: string;
}

/** Bytes of an answer at most. */
const mostBytes = 256_000;
/** Tokens that it may write. */
const mostTokens = 4_000;

const envelope = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().max(200_000) }) })).min(1),
});

/**
 * A model behind an OpenAI-compatible chat completions API. One HTTP call for each question, no redirects, no tools;
 * neither the key nor anything that was sent or answered is logged.
 */
export function createModel(
  { url, key, name }: ModelSettings,
  log: { error(fields: object, message: string): void },
): LanguageModel {
  const address = `${url.replace(/\/+$/, '')}/chat/completions`;
  return {
    name,
    async ask(instructions, material, signal) {
      try {
        return parse(await call(address, key, bodyOf(name, instructions, material), signal));
      } catch (thrown) {
        const fault = faultOf(thrown, signal);
        log.error({ reason: fault.message }, 'the language model gave no answer that can be used');
        throw fault;
      }
    },
  };
}

const bodyOf = (model: string, instructions: string, material: object): string =>
  JSON.stringify({
    model,
    temperature: 0,
    max_tokens: mostTokens,
    response_format: { type: 'json_object' },
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: JSON.stringify(material) },
    ],
  });

async function call(
  address: string,
  key: string | undefined,
  body: string,
  signal: AbortSignal,
): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body,
    redirect: 'error',
    signal,
  });
  if (!response.ok) {
    await response.body?.cancel();
    const again = response.status >= 500 || response.status === 429;
    throw new ModelFault(`the model answered ${response.status}`, again);
  }
  return readText(response);
}

/** @throws ModelFault for an answer that is too long: counted as it comes, so that none fills the memory */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new ModelFault('the model answered with more than there is room for', false);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Some models put their JSON into a fence of Markdown. */
const fence = /^\s*```(?:json)?\s*\n([\s\S]*?)\n```\s*$/;

function parse(text: string): unknown {
  const { choices } = envelope.parse(JSON.parse(text));
  const content = choices[0]?.message.content ?? '';
  return JSON.parse(fence.exec(content)?.[1] ?? content);
}

function faultOf(thrown: unknown, signal: AbortSignal): ModelFault {
  if (thrown instanceof ModelFault) return thrown;
  if (signal.aborted) return new ModelFault('the model did not answer in time', false);
  if (thrown instanceof SyntaxError || thrown instanceof z.ZodError)
    return new ModelFault('the model answered with something that is no JSON', true);
  return new ModelFault('the model cannot be reached', true);
}
