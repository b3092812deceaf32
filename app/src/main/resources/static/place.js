// Fills in where the reader stands, only when they ask: <button hidden data-place="latitude-id longitude-id">.
(() => {
  'use strict';
  if (!navigator.geolocation) return;
  for (const button of document.querySelectorAll('[data-place]')) {
    const [latitude, longitude] = button.dataset.place.split(' ').map(id => document.getElementById(id));
    button.hidden = false;
    button.addEventListener('click', () => {
      button.disabled = true;
      navigator.geolocation.getCurrentPosition(found => {
        latitude.value = found.coords.latitude.toFixed(5);
        longitude.value = found.coords.longitude.toFixed(5);
        latitude.dispatchEvent(new Event('input', { bubbles: true }));
        button.disabled = false;
      }, () => { button.textContent = button.dataset.failed; }, { timeout: 15000 });
    });
  }
})();
