// The page: state and wiring. Drawing is in log.js, typing in composer.js, the stream in live.js.
import { createComposer } from './composer.js';
import { connectLive } from './live.js';
import { createLog } from './log.js';

const byId = (id) => document.getElementById(id);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const channels = await getJson('/api/channels');
const unread = new Map();
const seen = new Set();
/** Messages for this reader alone, by channel: the desk does not keep them. */
const onlyHere = new Map();
let current = channelOf(location.hash);

const log = createLog({
  list: byId('log'),
  scroll: byId('scroll'),
  newer: byId('newer'),
  empty: byId('empty'),
  press: (button) => press(button),
  dismissed: (marker) => {
    onlyHere.set(
      current,
      only(current).filter((each) => each.marker !== marker),
    );
  },
});

const composer = createComposer({
  form: byId('composer'),
  input: byId('line'),
  panel: byId('suggestions'),
  usage: byId('usage'),
  list: byId('choices'),
  suggest: (line) => getJson(`/api/complete?${new URLSearchParams({ channel: current, line, zone })}`),
  send: (line) => ask({ line }, line),
});

function channelOf(hash) {
  const name = decodeURIComponent(hash.slice(1));
  return channels.some((channel) => channel.name === name) ? name : channels[0].name;
}

const only = (channel) => onlyHere.get(channel) ?? [];

async function getJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(await errorOf(response));
  return response.json();
}

async function errorOf(response) {
  const body = await response.json().catch(() => ({}));
  return body.error ?? 'The desk gave no answer; please try again.';
}

/** Sends a line or a button's invocation; the answer takes the place of the waiting line. */
async function ask(request, asked) {
  const marker = Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
  const channel = current;
  log.wait(marker, asked, channel);
  try {
    const response = await fetch('/api/invoke', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ channel, marker, zone, ...request }),
    });
    if (!response.ok) throw new Error(await errorOf(response));
    const message = await response.json();
    if (message.only) onlyHere.set(channel, [...only(channel), message]);
    arrive(message);
  } catch (fault) {
    const lost = fault instanceof TypeError;
    log.fail(
      marker,
      lost ? 'The desk cannot be reached; start it again with npm start and ask once more.' : fault.message,
    );
    if (request.line !== undefined) composer.giveBack(request.line);
  }
}

async function press(button) {
  if (button.dataset.line !== undefined) {
    composer.remember(button.dataset.line);
    await ask({ line: button.dataset.line }, button.dataset.line);
    composer.focus();
    return;
  }
  const label = button.textContent.trim();
  button.disabled = true;
  await ask({ invocation: button.dataset.invocation, label }, label);
  button.disabled = false;
}

/** A message may come twice, as the answer to a request and live. */
function arrive(message) {
  const isNew = !seen.has(message.marker);
  seen.add(message.marker);
  if (message.channel === current) log.add(message);
  if (!isNew || (message.channel === current && !document.hidden)) return;
  unread.set(message.channel, (unread.get(message.channel) ?? 0) + 1);
  drawChannels();
}

function drawChannels() {
  const items = channels.map(({ name, about }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.textContent = name;
    link.title = about;
    if (name === current) link.setAttribute('aria-current', 'page');
    const count = unread.get(name) ?? 0;
    if (count > 0) link.append(badge(count));
    item.append(link);
    return item;
  });
  byId('channels').replaceChildren(...items);
  const waiting = [...unread.values()].reduce((sum, count) => sum + count, 0);
  document.title = `${waiting > 0 ? `(${waiting}) ` : ''}#${current} · Dateline`;
}

function badge(count) {
  const mark = document.createElement('span');
  mark.className = 'badge';
  mark.textContent = String(count);
  const words = document.createElement('span');
  words.className = 'unseen';
  words.textContent = ' new';
  mark.append(words);
  return mark;
}

async function openChannel(name) {
  current = name;
  unread.delete(name);
  byId('channel').textContent = name;
  byId('about').textContent = channels.find((channel) => channel.name === name).about;
  drawChannels();
  try {
    const kept = await getJson(`/api/messages?channel=${encodeURIComponent(name)}`);
    if (name !== current) return;
    const shown = [...kept, ...only(name)].sort((one, other) => one.at.localeCompare(other.at));
    log.fill(shown, name);
  } catch {
    log.fill([], name);
  }
}

addEventListener('hashchange', () => openChannel(channelOf(location.hash)));
document.addEventListener('visibilitychange', () => {
  if (document.hidden || !unread.delete(current)) return;
  drawChannels();
});
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLTextAreaElement;
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    composer.begin('/');
  }
  if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const index = channels.findIndex((channel) => channel.name === current);
    location.hash = channels[(index + step + channels.length) % channels.length].name;
  }
});

drawChannels();
connectLive({ indicator: byId('live'), arrive, ready: () => openChannel(current) });
if (matchMedia('(hover: hover)').matches) composer.focus();
