import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';

/** Bolt's own limit for a body, in bytes. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Reads the body of a POST to our endpoint before Bolt does, and answers 400 where it holds `null`: Bolt (5.1) reads a
 * property of it outside of any handler, which is an unhandled rejection and would end the process. All else is Bolt's
 * to check; it takes a body that has been read from `rawBody`.
 * @param path of the endpoint
 */
export function guardRequests(listen: RequestListener, path: string): RequestListener {
  return (request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== path) return listen(request, response);
    readBody(request).then(
      (body) => {
        if (body === undefined) return end(response, 413);
        if (holdsNull(body, request.headers['content-type'])) return end(response, 400);
        listen(Object.assign(request, { rawBody: body }), response);
      },
      // The sender hung up in the middle; there is nobody to answer.
      () => response.destroy(),
    );
  };
}

/** Undefined for a body over the limit, of which the rest is read and thrown away so that the answer is heard. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    if (size > mostBytes * 2) return undefined;
  }
  return size > mostBytes ? undefined : Buffer.concat(chunks);
}

/** Whether Bolt would read `null` in a body: the JSON itself, or the `payload` of a form. */
function holdsNull(body: Buffer, type: string | undefined): boolean {
  const text = body.toString();
  const json = type === 'application/x-www-form-urlencoded' ? parse(text).payload : text;
  return typeof json === 'string' && json.trim() === 'null';
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
