// Draws the messages of one channel. The HTML of a message is made, and escaped, by the desk.

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export function createLog({ list, scroll, newer, empty, press, dismissed }) {
  const known = new Set();
  /** Lines without an answer yet, by marker. */
  const waiting = new Map();
  // Where a browser does not let the keyboard into a scrolling area by itself.
  scroll.tabIndex = 0;
  let current = '';
  const find = (marker) => list.querySelector(`[data-marker="${CSS.escape(marker)}"]`);
  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const toEnd = () => {
    scroll.scrollTop = scroll.scrollHeight;
  };

  list.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button?.classList.contains('dismiss')) dismiss(button.closest('.message'));
    else if (button && !button.disabled) press(button);
    const citation = event.target.closest('a.citation');
    if (citation) {
      event.preventDefault();
      showSource(citation);
    }
  });
  scroll.addEventListener('scroll', () => {
    if (atEnd()) newer.hidden = true;
  });
  newer.addEventListener('click', toEnd);

  function dismiss(message) {
    dismissed(message.dataset.marker);
    message.remove();
    tidy();
  }

  function showSource(citation) {
    const source = document.getElementById(citation.getAttribute('href').slice(1));
    if (!source) return;
    for (const each of list.querySelectorAll('.pointed')) each.classList.remove('pointed');
    source.classList.add('pointed');
    source.tabIndex = -1;
    source.focus({ preventScroll: true });
    source.scrollIntoView({ block: 'nearest' });
  }

  function fill(messages, channel) {
    current = channel;
    list.setAttribute('aria-busy', 'true');
    known.clear();
    list.replaceChildren();
    for (const message of messages) place(message);
    for (const line of waiting.values()) if (line.channel === channel) list.append(line.element);
    tidy();
    list.setAttribute('aria-busy', 'false');
    newer.hidden = true;
    toEnd();
  }

  /** Puts a message where its waiting line stands, else at the end. A message already here is left alone. */
  function place(message) {
    if (known.has(message.marker)) return undefined;
    known.add(message.marker);
    const element = draw(message);
    const held = find(message.marker);
    if (held) held.replaceWith(element);
    else list.append(element);
    return { element, mine: waiting.delete(message.marker) };
  }

  function add(message) {
    const stay = !atEnd();
    const placed = place(message);
    if (!placed) return;
    tidy();
    if (placed.mine) reveal(placed.element);
    else if (stay) newer.hidden = false;
    else reveal(placed.element);
  }

  /** A long answer is shown from its first line, a short one with all that came before it. */
  function reveal(element) {
    if (element.offsetHeight > scroll.clientHeight) element.scrollIntoView({ block: 'start' });
    else toEnd();
  }

  function wait(marker, said, channel) {
    const asked = said.length > 400 ? `${said.slice(0, 399)}…` : said;
    const element = document.createElement('div');
    element.className = 'message pending';
    element.dataset.marker = marker;
    element.append(line('asked', 'You', asked), line('byline', 'Dateline', 'Looking through the records'));
    waiting.set(marker, { channel, element });
    list.append(element);
    tidy();
    toEnd();
  }

  function fail(marker, sentence) {
    const element = waiting.get(marker)?.element;
    if (!element) return;
    element.className = 'message failed';
    element.querySelector('.byline span').textContent = sentence;
    element.querySelector('.byline').setAttribute('role', 'alert');
    toEnd();
  }

  /** A line that is met by a form gets no answer yet. */
  function forget(marker) {
    waiting.get(marker)?.element.remove();
    waiting.delete(marker);
    tidy();
  }

  /** Day lines between messages, and the empty state where there are none. */
  function tidy() {
    for (const each of list.querySelectorAll('.day, .empty')) each.remove();
    if (!list.querySelector('.message')) list.append(empty(current).content.cloneNode(true));
    let before = '';
    for (const message of list.querySelectorAll('.message[data-at]')) {
      const words = day.format(new Date(message.dataset.at));
      if (words !== before) message.before(dayLine(words));
      before = words;
    }
  }

  return { add, fail, fill, forget, wait };
}

function draw(message) {
  const template = document.createElement('template');
  template.innerHTML = message.html;
  const element = template.content.firstElementChild;
  element.dataset.at = message.at;
  for (const time of element.querySelectorAll('time')) {
    const instant = new Date(time.dateTime);
    if (Number.isNaN(instant.getTime())) continue;
    time.title = moment.format(instant);
    time.textContent = (time.closest('.byline') ? clock : moment).format(instant);
  }
  if (message.only) element.querySelector('.only-you')?.append(dismissButton());
  return element;
}

function dismissButton() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'dismiss';
  button.textContent = 'Dismiss';
  return button;
}

function line(kind, who, words) {
  const paragraph = document.createElement('p');
  paragraph.className = kind;
  const name = document.createElement('b');
  name.textContent = who;
  const text = document.createElement('span');
  text.textContent = words;
  paragraph.append(name, ' ', text);
  return paragraph;
}

function dayLine(words) {
  const heading = document.createElement('p');
  heading.className = 'day';
  heading.textContent = words;
  return heading;
}
