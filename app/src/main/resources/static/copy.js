// Copies a number for the reader: <button hidden data-copy="id" data-copied="words afterwards">.
(() => {
  'use strict';
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
        button.textContent = button.dataset.copied;
      } catch { /* not allowed here: the number stands beside the button */ }
    });
  }
})();
