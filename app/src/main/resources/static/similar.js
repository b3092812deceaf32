// While a resident writes, shows cases like theirs: <div data-similar="/ask/similar" data-from="title text"></div>.
// The server draws the list; without this script the same list comes on the page before sending.
(() => {
  'use strict';
  for (const place of document.querySelectorAll('[data-similar]')) {
    const from = place.dataset.from.split(' ').map(id => document.getElementById(id)).filter(Boolean);
    let timer = 0;
    let last = '';
    let running = null;
    const ask = async () => {
      const text = from.map(f => f.value.trim()).join(' ').trim().slice(0, 400);
      if ([...text].length < 4 || text === last) return;
      last = text;
      running?.abort();
      running = new AbortController();
      try {
        const answer = await fetch(place.dataset.similar + '?text=' + encodeURIComponent(text), { signal: running.signal, headers: { Accept: 'text/html' } });
        if (!answer.ok) return;
        const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fragment = drawn.querySelector('[data-fragment]') ?? drawn.body;
        place.replaceChildren(...[...fragment.childNodes].map(node => document.importNode(node, true)));
      } catch { /* offline or overtaken: the page works without */ }
    };
    for (const field of from) field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 500); });
  }
})();
