// The line being typed: suggestions (a combobox with a list), history, sending. What to suggest is the desk's to say.

export function createComposer({ form, input, panel, usage, list, suggest, send }) {
  const button = form.querySelector('button[type=submit]');
  const history = [];
  let back = 0;
  let items = [];
  let active = -1;
  let asked = 0;
  /** The line that the list on show was made for: what is typed faster than the desk suggests must not be replaced. */
  let shownFor = '';

  input.addEventListener('input', () => {
    back = 0;
    void refresh();
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', () => hide());
  input.addEventListener('focus', () => void refresh());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  // The pointer must not take the focus off the line before its click counts.
  panel.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const index = [...list.children].indexOf(event.target.closest('[role=option]'));
    if (index >= 0) take(index);
  });

  function onKey(event) {
    if (event.isComposing) return;
    const open = !panel.hidden && items.length > 0;
    const action = keys[event.key];
    if (action?.(event, open)) event.preventDefault();
  }

  const keys = {
    ArrowDown: (event, open) => !event.altKey && (open ? move(1) : recall(-1)),
    ArrowUp: (event, open) => !event.altKey && (open ? move(-1) : recall(1)),
    Tab: (event, open) => !event.shiftKey && open && (isFresh() ? take(Math.max(active, 0)) : true),
    Escape: (_, open) => (open || !panel.hidden) && hide(),
    Enter: (event, open) => {
      if (event.shiftKey) return false;
      if (open && active >= 0 && isFresh()) return take(active);
      submit();
      return true;
    },
  };

  function move(step) {
    const start = active < 0 && step < 0 ? 0 : active;
    mark((start + step + items.length) % items.length);
    return true;
  }

  /** Steps through the lines sent before; only from an empty line or one that came from there. */
  function recall(step) {
    if (input.value !== '' && input.value !== history[history.length - back]) return false;
    const next = back + step;
    if (next < 0 || next > history.length) return false;
    back = next;
    set(history[history.length - back] ?? '');
    hide();
    return true;
  }

  const isFresh = () => shownFor === input.value;

  function take(index) {
    set(items[index].line);
    void refresh();
    return true;
  }

  function set(line) {
    input.value = line;
    input.setSelectionRange(line.length, line.length);
    button.disabled = line.trim() === '';
  }

  function submit() {
    const line = input.value.trim();
    if (line === '') return;
    remember(line);
    set('');
    hide();
    send(line);
  }

  function remember(line) {
    if (history.at(-1) !== line) history.push(line);
    back = 0;
  }

  async function refresh() {
    button.disabled = input.value.trim() === '';
    const line = input.value;
    const turn = ++asked;
    if (!line.startsWith('/') || input.selectionEnd !== line.length) return hide();
    const offered = await suggest(line).catch(() => undefined);
    if (turn !== asked) return undefined;
    shownFor = line;
    return offered ? show(offered) : hide();
  }

  function show(offered) {
    items = offered.items;
    usage.replaceChildren();
    if (offered.usage !== '') {
      const code = document.createElement('code');
      code.textContent = offered.usage;
      usage.append(code, ` ${offered.about}`);
    }
    usage.hidden = offered.usage === '';
    list.replaceChildren(...items.map(option));
    list.hidden = items.length === 0;
    panel.hidden = items.length === 0 && offered.usage === '';
    input.setAttribute('aria-expanded', String(items.length > 0));
    mark(offered.eager && items.length > 0 ? 0 : -1);
  }

  function hide() {
    asked += 1;
    items = [];
    panel.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
    return true;
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((element, each) => {
      element.setAttribute('aria-selected', String(each === index));
    });
    const chosen = index < 0 ? undefined : list.children[index];
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  return {
    focus: () => input.focus({ preventScroll: true }),
    remember,
    /** Starts a line from outside the field. */
    begin(line) {
      if (input.value === '') set(line);
      input.focus();
      void refresh();
    },
    /** A line that could not be sent comes back, unless another has been begun. */
    giveBack(line) {
      if (input.value === '') set(line);
    },
  };
}

function option({ label, about }, index) {
  const item = document.createElement('div');
  item.id = `choice-${index}`;
  item.setAttribute('role', 'option');
  const name = document.createElement('b');
  name.textContent = label;
  item.append(name);
  if (about !== '') {
    const words = document.createElement('span');
    words.textContent = about;
    item.append(' ', words);
  }
  return item;
}
