// The stream of new messages. A browser connects again by itself and says what it saw last; where it has given up, we do.

const again = 3000;
/** Milliseconds without the desk before it is said to be gone: a restart is quicker. */
const patience = 2000;

export function connectLive({ indicator, after, arrive, ready, found, lost }) {
  let last = after;
  let opened = false;
  let alarm;

  function open() {
    const source = new EventSource(last === undefined ? '/api/live' : `/api/live?after=${last}`);
    source.addEventListener('hello', (event) => {
      last = event.lastEventId || last;
      clearTimeout(alarm);
      alarm = undefined;
      found();
      say('live', 'Live');
      ready(Number(last), !opened);
      opened = true;
    });
    source.addEventListener('message', (event) => {
      last = event.lastEventId || last;
      arrive(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      say('lost', 'Reconnecting');
      alarm ??= setTimeout(lost, patience);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, again);
    });
  }

  function say(state, words) {
    indicator.dataset.state = state;
    if (indicator.textContent !== words) indicator.textContent = words;
  }

  open();
}
