import type { Call, FileStep, Shelf } from './fake.ts';

// Slack's external upload: an address, the bytes, and the step that shows them in a thread. A file is seen once for each time
// that the last step was carried out. Source: docs.slack.dev/messaging/working-with-files (uploading files)

/** Undefined for a call that has to do with no file. */
export function slackFile(call: Call, shelf: Shelf): FileStep | undefined {
  if (call.path.endsWith('/files.getUploadURLExternal')) return address(call, shelf);
  if (call.path.startsWith('/slack/upload/')) return take(call, shelf);
  if (call.path.endsWith('/files.completeUploadExternal')) return show(call, shelf);
  return undefined;
}

function address({ body, host }: Call, shelf: Shelf): FileStep {
  const id = `F${shelf.held.size + 1}`;
  return {
    carryOut: () => void shelf.held.set(id, { length: Number(body.length), isHere: false }),
    answer: {
      status: 200,
      body: { ok: true, file_id: id, upload_url: `http://${host}/slack/upload/${id}` },
    },
  };
}

function take({ path, body }: Call, shelf: Shelf): FileStep {
  const file = shelf.held.get(path.replace('/slack/upload/', ''));
  const fits = file?.length === body.bytes;
  return {
    carryOut: () => {
      if (file !== undefined && fits) file.isHere = true;
    },
    answer: { status: fits ? 200 : 400, body: {} },
  };
}

function show({ body }: Call, shelf: Shelf): FileStep {
  const files = JSON.parse(String(body.files)) as readonly { readonly id: string }[];
  const message = shelf.messages.find(({ id }) => id === body.thread_ts);
  const isThere = message !== undefined && files.every(({ id }) => shelf.held.get(id)?.isHere === true);
  return {
    carryOut: () => {
      if (isThere) message.pictures += files.length;
    },
    answer: { status: 200, body: isThere ? { ok: true, files } : { ok: false, error: 'file_not_found' } },
  };
}
