// The stream of new messages. A browser connects again by itself and says what it saw last; where it has given up, we do.

const again = 3000;

export function connectLive({ indicator, arrive, ready }) {
  let last;
  let opened = false;

  function open() {
    const source = new EventSource(last === undefined ? '/api/live' : `/api/live?after=${last}`);
    source.addEventListener('hello', (event) => {
      last = event.lastEventId || last;
      say('live', 'Live');
      if (!opened) ready();
      opened = true;
    });
    source.addEventListener('message', (event) => {
      last = event.lastEventId || last;
      arrive(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      say('lost', 'Reconnecting');
      if (source.readyState === EventSource.CLOSED) setTimeout(open, again);
    });
  }

  function say(state, words) {
    indicator.dataset.state = state;
    if (indicator.textContent !== words) indicator.textContent = words;
  }

  open();
}
