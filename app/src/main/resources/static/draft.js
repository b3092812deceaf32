// Keeps what is typed in <form data-draft="name"> in this browser until it was sent. Nothing leaves the machine.
// The page after a successful sending carries data-draft-sent="name" somewhere; then the draft is forgotten.
(() => {
  'use strict';
  const store = (() => { try { return window.localStorage; } catch { return null; } })();
  if (!store) return;
  const keyOf = name => 'draft:' + name;
  const sent = document.querySelector('[data-draft-sent]');
  if (sent) store.removeItem(keyOf(sent.dataset.draftSent));
  for (const form of document.querySelectorAll('form[data-draft]')) keep(form);

  function fields(form) {
    return [...form.elements].filter(e => e.name && !['hidden', 'file', 'password', 'submit', 'button'].includes(e.type) && !e.closest('[data-no-draft]'));
  }
  function read(form) {
    const values = {};
    for (const e of fields(form)) {
      if (e.type === 'checkbox' || e.type === 'radio') { if (e.checked) (values[e.name] ??= []).push(e.value); }
      else if (e.value) values[e.name] = [e.value];
    }
    return values;
  }
  function write(form, values) {
    for (const e of fields(form)) {
      if (e.type === 'checkbox' || e.type === 'radio') e.checked = (values[e.name] ?? []).includes(e.value);
      else e.value = (values[e.name] ?? [''])[0];
      e.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  function keep(form) {
    const key = keyOf(form.dataset.draft);
    const fresh = read(form);
    let timer = 0;
    const save = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        try { store.setItem(key, JSON.stringify({ at: Date.now(), values: read(form) })); } catch { /* full: the form still works */ }
      }, 300);
    };
    restore();
    form.addEventListener('input', save);
    form.addEventListener('change', save);

    function restore() {
      let kept = null;
      try { kept = JSON.parse(store.getItem(key)); } catch { store.removeItem(key); }
      const month = 30 * 24 * 3600 * 1000;
      if (!kept || Date.now() - kept.at > month) { store.removeItem(key); return; }
      if (form.querySelector('[aria-invalid]') || document.getElementById('errors')) return;
      const differs = Object.keys(kept.values).some(name => JSON.stringify(kept.values[name]) !== JSON.stringify(fresh[name]));
      if (!differs) return;
      write(form, { ...fresh, ...kept.values });
      say(kept.values);
    }
    function say(values) {
      const words = form.querySelector('[data-draft-words]')?.dataset ?? {};
      const note = document.createElement('div');
      note.className = 'notice notice-plain draft-note';
      note.setAttribute('role', 'status');
      const text = document.createElement('p');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link-button';
      note.append(text, button);
      let full = true;
      const show = () => {
        text.textContent = full ? words.restored : words.discarded;
        button.textContent = full ? words.discard : words.undo;
      };
      button.addEventListener('click', () => {
        full = !full;
        write(form, full ? { ...fresh, ...values } : fresh);
        if (!full) { clearTimeout(timer); store.removeItem(key); }
        show();
      });
      show();
      form.prepend(note);
    }
  }
})();
