// Keys for officers: j k move along [data-keys-list], Enter opens, a and t follow [data-key], / searches, ? tells.
(() => {
  'use strict';
  const help = document.getElementById('keys');
  const items = () => [...document.querySelectorAll('[data-keys-list] [data-item]')];
  const linkOf = item => item.matches('a') ? item : item.querySelector('a');
  let at = items().findIndex(item => item.matches('[aria-current]') || item.querySelector('[aria-current]'));

  function move(step) {
    const all = items();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    all.forEach((item, i) => item.classList.toggle('is-at', i === at));
    linkOf(all[at])?.focus();
    all[at].scrollIntoView({ block: 'nearest' });
  }
  function follow(key) {
    const target = document.querySelector(`[data-key="${key}"]`) ?? items()[at]?.querySelector(`[data-item-key="${key}"]`);
    if (!target) return false;
    if (target.matches('a, button, summary')) target.click();
    target.focus();
    return true;
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches('input, textarea, select, [contenteditable]') || help?.open) return;
    const known = {
      j: () => move(1),
      k: () => move(-1),
      '/': () => { document.querySelector('input[type=search]')?.focus(); },
      '?': () => help?.showModal(),
    };
    if (known[event.key]) { event.preventDefault(); known[event.key](); }
    else if (/^[a-z]$/.test(event.key) && follow(event.key)) event.preventDefault();
  });
})();
