// A command's form: drawn from what the desk sends, kept as it is until the desk takes it.

export function createForm({ dialog, send, done }) {
  let sending = false;

  // Escape closes it like Cancel; what was filled in is then given up on purpose.
  dialog.addEventListener('cancel', (event) => {
    if (sending) event.preventDefault();
  });

  function open({ title, submit, invocation, fields }) {
    const form = document.createElement('form');
    form.method = 'dialog';
    form.noValidate = true;
    const heading = document.createElement('h2');
    heading.id = 'form-title';
    heading.textContent = title;
    const fault = document.createElement('p');
    fault.className = 'fault';
    fault.setAttribute('role', 'alert');
    fault.hidden = true;
    form.append(
      heading,
      ...fields.map(drawField),
      fault,
      buttons(submit, () => dialog.close()),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void hand(form, fault, invocation, title);
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    dialog.replaceChildren(form);
    dialog.showModal();
    form.querySelector('input, textarea, select')?.focus();
  }

  async function hand(form, fault, invocation, label) {
    if (sending) return;
    sending = true;
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    try {
      const message = await send({ invocation, values, label });
      if (message.error === undefined) {
        dialog.close();
        done(message);
      } else say(fault, message.error);
    } catch (thrown) {
      say(
        fault,
        thrown instanceof TypeError
          ? 'The desk cannot be reached; what you filled in is kept here.'
          : thrown.message,
      );
    } finally {
      sending = false;
      button.disabled = false;
    }
  }

  return { open };
}

function say(fault, sentence) {
  fault.textContent = sentence;
  fault.hidden = false;
  fault.scrollIntoView({ block: 'nearest' });
}

function drawField({ name, label, about, value, choices, required, long }) {
  const row = document.createElement('div');
  row.className = 'row';
  const words = document.createElement('label');
  words.htmlFor = `field-${name}`;
  words.textContent = label;
  const input = choices ? drawChoices(choices, value) : document.createElement(long ? 'textarea' : 'input');
  input.id = `field-${name}`;
  input.name = name;
  if (!choices) input.value = value;
  if (long) input.rows = value.length > 160 || value === '' ? 6 : 3;
  if (required) input.setAttribute('aria-required', 'true');
  row.append(words, input);
  if (about) {
    const hint = document.createElement('p');
    hint.id = `about-${name}`;
    hint.className = 'hint';
    hint.textContent = about;
    input.setAttribute('aria-describedby', hint.id);
    row.append(hint);
  }
  return row;
}

function drawChoices(choices, value) {
  const select = document.createElement('select');
  for (const choice of choices) select.add(new Option(choice, choice, false, choice === value));
  return select;
}

function buttons(submit, cancel) {
  const row = document.createElement('div');
  row.className = 'buttons';
  const no = document.createElement('button');
  no.type = 'button';
  no.textContent = 'Cancel';
  no.addEventListener('click', cancel);
  const yes = document.createElement('button');
  yes.type = 'submit';
  yes.dataset.style = 'primary';
  yes.textContent = submit;
  row.append(no, yes);
  return row;
}
