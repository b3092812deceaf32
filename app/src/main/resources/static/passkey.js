// Passkeys: <form data-passkey='{…}' data-kind="make|use"> asks the browser for one when its button is pressed and sends the
// answer along in the hidden field "answer". Without this script the button stays hidden and other ways to sign in remain.
(() => {
  'use strict';
  const form = document.querySelector('form[data-passkey]');
  if (!form || !window.PublicKeyCredential) return;
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const asked = JSON.parse(form.dataset.passkey);
  const make = form.dataset.kind === 'make';
  asked.challenge = bytes(asked.challenge);
  if (make) asked.user.id = bytes(asked.user.id);
  for (const known of asked.excludeCredentials ?? []) known.id = bytes(known.id);

  function written(credential) {
    const r = credential.response;
    const response = { clientDataJSON: text(r.clientDataJSON) };
    if (make) {
      response.attestationObject = text(r.attestationObject);
      response.transports = r.getTransports ? r.getTransports() : [];
    } else {
      response.authenticatorData = text(r.authenticatorData);
      response.signature = text(r.signature);
      if (r.userHandle) response.userHandle = text(r.userHandle);
    }
    return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, clientExtensionResults: {}, response });
  }
  const button = form.querySelector('button');
  const said = form.querySelector('[data-failed]');
  button.hidden = false;
  form.addEventListener('submit', async event => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    said.hidden = true;
    try {
      const credential = await (make ? navigator.credentials.create({ publicKey: asked }) : navigator.credentials.get({ publicKey: asked }));
      form.elements.answer.value = written(credential);
      form.requestSubmit();
    } catch {
      said.hidden = false;
      said.focus();
    }
  });
})();
