// Tells how many characters a field has taken, counted as people count them, in words the server wrote.
(() => {
  'use strict';
  for (const field of document.querySelectorAll('[data-most][data-count]')) {
    const most = Number(field.dataset.most);
    const line = document.createElement('p');
    line.className = 'field-count';
    line.id = field.id + '-count';
    line.setAttribute('aria-live', 'polite');
    field.after(line);
    let timer = 0;
    const show = () => {
      const length = [...field.value.trim()].length;
      const over = length - most;
      line.classList.toggle('field-count-over', over > 0);
      if (over > 0) line.textContent = field.dataset.over.replace('{0}', over);
      else line.textContent = length > most * 0.7 ? field.dataset.count.replace('{0}', length).replace('{1}', most) : '';
    };
    field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(show, 150); });
    show();
  }
})();
