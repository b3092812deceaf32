// Passes the check of a form while its reader reads: looks for the number whose SHA-256 together with data-id is data-target,
// in slices so that the page stays alive, and sends a form that was sent too early as soon as it is done. Without this
// script a short wait does instead. Reads nothing about the reader or the machine.
(() => {
  'use strict';
  const K = [];
  const START = [];
  for (let n = 2; K.length < 64; n++) {
    if (![...Array(Math.floor(Math.sqrt(n)) + 1).keys()].slice(2).every(d => n % d)) continue;
    if (START.length < 8) START.push(Math.floor((Math.sqrt(n) % 1) * 4294967296) | 0);
    K.push(Math.floor((Math.cbrt(n) % 1) * 4294967296) | 0);
  }
  const w = new Int32Array(64);
  const turned = (x, by) => (x >>> by) | (x << (32 - by));

  // The first word and the rest of the hash of a text of at most 55 letters (one block).
  function hash(text) {
    w.fill(0, 0, 16);
    for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
    w[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
    w[15] = text.length * 8;
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15], b = w[i - 2];
      w[i] = (w[i - 16] + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + w[i - 7] + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = START;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    return [a, b, c, d, e, f, g, h].map((x, i) => (x + START[i]) | 0);
  }
  function words(base64url) {
    const bytes = atob(base64url.replace(/-/g, '+').replace(/_/g, '/') + '=');
    return START.map((_, i) => (bytes.charCodeAt(4 * i) << 24) | (bytes.charCodeAt(4 * i + 1) << 16) | (bytes.charCodeAt(4 * i + 2) << 8) | bytes.charCodeAt(4 * i + 3));
  }

  for (const check of document.querySelectorAll('[data-check]')) {
    const form = check.closest('form');
    const says = check.querySelector('[data-check-says]');
    const bar = check.querySelector('progress');
    const field = check.querySelector('[name="check-number"]');
    const { id, target, working, done, sending } = check.dataset;
    const cost = Number(check.dataset.cost);
    const wanted = words(target);
    let next = 0;
    let waiting = null;
    says.textContent = working;
    bar.hidden = false;
    form.addEventListener('submit', event => {
      if (field.value !== '' || event.submitter?.hasAttribute('data-no-check')) return;
      event.preventDefault();
      waiting = event.submitter;
      says.textContent = sending;
    });
    const slice = () => {
      const until = performance.now() + 12;
      while (next < cost && performance.now() < until) {
        for (const end = Math.min(cost, next + 200); next < end; next++) {
          const found = hash(id + '.' + next);
          if (found.every((x, i) => x === wanted[i])) { finish(next); return; }
        }
      }
      bar.value = Math.round(100 * next / cost);
      if (next < cost) setTimeout(slice, 0);
    };
    const finish = number => {
      field.value = String(number);
      bar.value = 100;
      says.textContent = done;
      if (waiting !== null) form.requestSubmit(waiting);
    };
    setTimeout(slice, 0);
  }
})();
