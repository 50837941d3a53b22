// Whoever begins the next form before the answer to the last one has come writes into its first
// field ([data-next]), and not into the form that is about to go.
(() => {
  'use strict';

  let ahead = null;

  const next = (ctx) => (ctx.sourceElement instanceof HTMLFormElement ? ctx.sourceElement.querySelector('[data-next]') : null);

  // What was written has been read by now, so the field is free.
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    const field = next(ctx);
    if (!field) return;
    ahead = { field, was: field.value, typed: '' };
    field.value = '';
    field.focus();
  });

  document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
    if (ahead && next(ctx) === ahead.field && ctx.response.status < 400) ahead.typed = ahead.field.value;
  });

  document.addEventListener('htmx:after:settle', ({ detail: { newContent } }) => {
    if (!ahead || ahead.field.isConnected) return;
    const here = newContent.filter((node) => node instanceof Element).map((node) => node.querySelector('[data-next]'));
    const field = here.find((found) => found);
    if (field && ahead.typed) field.value = ahead.typed;
    ahead = null;
  });

  // The line was cut: the form stands as it was sent.
  document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
    if (!ahead || !ctx || ctx.response || next(ctx) !== ahead.field) return;
    ahead.field.value = ahead.was;
    ahead = null;
  });
})();
