// The page: state and wiring. Drawing is in log.js, typing in composer.js, the stream in live.js.
import { createComposer } from './composer.js';
import { createForm } from './form.js';
import { connectLive } from './live.js';
import { createLog } from './log.js';
import { createUnread } from './unread.js';

const byId = (id) => document.getElementById(id);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const channels = await getJson('/api/channels');
const unread = createUnread(channels);
const seen = new Set();
/** Messages for this reader alone, by channel: the desk does not keep them. */
const onlyHere = new Map();
let current = channelOf(location.hash);
/** Number of the newest message that this page knows of. */
let newest = 0;
let opened = false;
/** The channel that is shown could not be fetched. */
let failed = false;

const log = createLog({
  list: byId('log'),
  scroll: byId('scroll'),
  newer: byId('newer'),
  empty: (channel) => byId(`empty-${channel}`) ?? byId('empty'),
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

const form = createForm({
  dialog: byId('form'),
  send: (request) => post(current, newMarker(), request),
  done: keep,
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

function newMarker() {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => (byte % 36).toString(36)).join('');
}

async function post(channel, marker, request) {
  const response = await fetch('/api/invoke', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ channel, marker, zone, ...request }),
  });
  if (!response.ok) throw new Error(await errorOf(response));
  return response.json();
}

function keep(message) {
  if (message.only) onlyHere.set(message.channel, [...only(message.channel), message]);
  arrive(message);
}

/** Sends a line or a button's invocation; the answer takes the place of the waiting line, or a form opens instead. */
async function ask(request, asked) {
  const marker = newMarker();
  const channel = current;
  log.wait(marker, asked, channel);
  try {
    const message = await post(channel, marker, request);
    if (message.form) {
      log.forget(marker);
      form.open(message.form);
    } else keep(message);
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
  newest = Math.max(newest, Number(message.id) || 0);
  if (message.channel === current && opened) log.add(message);
  if (message.channel === current && !document.hidden) unread.seen(current, newest);
  else if (isNew && !message.only && unread.add(message)) drawChannels();
}

function drawChannels() {
  const items = channels.map(({ name, about }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.textContent = name;
    link.title = about;
    if (name === current) link.setAttribute('aria-current', 'page');
    const count = unread.count(name);
    if (count > 0) link.append(badge(count));
    item.append(link);
    return item;
  });
  byId('channels').replaceChildren(...items);
  const waiting = unread.total();
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
  unread.seen(name, newest);
  byId('channel').textContent = name;
  byId('about').textContent = channels.find((channel) => channel.name === name).about;
  drawChannels();
  try {
    const kept = await getJson(`/api/messages?channel=${encodeURIComponent(name)}`);
    if (name !== current) return;
    const shown = [...kept, ...only(name)].sort((one, other) => one.at.localeCompare(other.at));
    log.fill(shown, name);
    if (failed) byId('lost').hidden = true;
    failed = false;
  } catch (fault) {
    failed = true;
    log.fill(only(name), name);
    complain(`The messages of this channel could not be fetched: ${fault.message}`);
  }
}

function complain(sentence) {
  byId('lost').textContent = sentence;
  byId('lost').hidden = false;
}

addEventListener('hashchange', () => openChannel(channelOf(location.hash)));
document.addEventListener('visibilitychange', () => {
  if (document.hidden || unread.count(current) === 0) return;
  unread.seen(current, newest);
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
connectLive({
  indicator: byId('live'),
  found: () => {
    byId('lost').hidden = true;
  },
  lost: () =>
    complain('The desk cannot be reached. Start it again with npm start; this page reconnects by itself.'),
  after: unread.after(),
  arrive,
  ready(last, first) {
    newest = Math.max(newest, last);
    unread.begin(last);
    opened = true;
    if (first || failed) openChannel(current);
  },
});
if (matchMedia('(hover: hover)').matches) composer.focus();
