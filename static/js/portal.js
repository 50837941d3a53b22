// Our own few lines beside htmx 4. No eval, no inline code, no styles.
// Without htmx none of this runs, and every page works as plain HTML.
(() => {
  'use strict';

  const FIELDS = 'input:not([type=hidden]), textarea, select';

  // A poll: the element that asks again and again carries data-poll.
  const isPoll = (elt) => !!elt && !!elt.hasAttribute && elt.hasAttribute('data-poll');

  // Was this field changed since the server drew it?
  const isChanged = (field) => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.type === 'file') return field.files.length > 0;
    if (field.tagName !== 'SELECT') return field.value !== field.defaultValue;
    const options = [...field.options];
    if (!options.some((option) => option.defaultSelected)) return !field.multiple && field.selectedIndex > 0;
    return options.some((option) => option.selected !== option.defaultSelected);
  };

  const isBusy = (region) =>
    [...region.querySelectorAll(FIELDS)].some((field) => field === document.activeElement || isChanged(field));

  // The piece of the page an answer would replace.
  const regions = (ctx) =>
    [ctx.sourceElement, ctx.target].filter((elt) => elt instanceof Element);

  const focusOn = (elt, options) => {
    if (elt.tabIndex < 0 && !elt.hasAttribute('tabindex')) elt.setAttribute('tabindex', '-1');
    elt.focus(options);
  };

  const dropOfflineNotes = () =>
    document.querySelectorAll('[data-offline-note]').forEach((note) => note.remove());

  // Polls wait while nobody looks and while somebody writes.
  document.addEventListener('htmx:config:request', (event) => {
    const { ctx } = event.detail;
    if (!isPoll(ctx.sourceElement)) dropOfflineNotes();
    else if (document.hidden || regions(ctx).some(isBusy)) event.preventDefault();
  });

  // Somebody may have begun to write while the answer was on its way.
  // Then the old tag is put back, so that the next poll brings the same news again.
  let lastFocus = null;
  document.addEventListener('htmx:before:swap', (event) => {
    const { ctx } = event.detail;
    const elt = ctx.sourceElement;
    lastFocus = document.activeElement;
    // (the list of tasks is checked too: an out-of-band piece may hold a form somebody writes in)
    if (!isPoll(elt) || !ctx.response) return;
    const places = regions(ctx).concat((event.detail.tasks || []).map((task) => task.target));
    const refused = ctx.response.status >= 400 || ctx.response.raw.redirected;
    if (!refused && !places.some((place) => place instanceof Element && isBusy(place))) return;
    event.preventDefault();
    if (elt._htmx) elt._htmx.ptag = ctx.request.headers['HX-PTag'];
  });

  // Focus goes to [data-focus] in what came in, otherwise it stays.
  // (htmx itself refocuses by id; if the focused thing is gone, the new piece gets it quietly.)
  document.addEventListener('htmx:after:settle', (event) => {
    const { task, newContent } = event.detail;
    const elements = newContent.filter((node) => node instanceof Element && node.isConnected);
    if (!isPoll(task.sourceElement)) {
      for (const elt of elements) {
        const wanted = elt.matches('[data-focus]') ? elt : elt.querySelector('[data-focus]');
        if (wanted) {
          focusOn(wanted);
          return;
        }
      }
    }
    const isLost = lastFocus && !lastFocus.isConnected && document.activeElement === document.body;
    const place = elements[0] || document.querySelector('main');
    if (isLost && place && !place.closest('[role=status]')) focusOn(place, { preventScroll: true });
  });

  // Back at the page: ask at once what is new.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    document.querySelectorAll('[data-poll]').forEach((elt) => htmx.trigger(elt, 'every', {}, false));
  });

  // The line was cut: say so beside what was sent. The sentence comes from the page (#say data-offline).
  document.addEventListener('htmx:error', (event) => {
    const ctx = event.detail.ctx;
    const say = document.getElementById('say');
    if (!ctx || ctx.response || !say || !say.dataset.offline || isPoll(ctx.sourceElement)) return;
    const note = document.createElement('p');
    note.className = 'notice is-wait';
    note.setAttribute('role', 'alert');
    note.setAttribute('data-offline-note', '');
    note.textContent = say.dataset.offline;
    dropOfflineNotes();
    (ctx.sourceElement.closest('form') || ctx.sourceElement).insertAdjacentElement('afterend', note);
  });

  // What a budget ballot costs, added up as one ticks.
  document.addEventListener('change', ({ target }) => {
    const total = target.form && target.form.querySelector('[data-total]');
    if (!total) return;
    const ticked = [...target.form.querySelectorAll('[data-cost]:checked')];
    const sum = ticked.reduce((all, box) => all + Number(box.dataset.cost), 0);
    const euros = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 };
    total.textContent = new Intl.NumberFormat(document.documentElement.lang, euros).format(sum);
    total.closest('[hidden]')?.removeAttribute('hidden');
  });

  // A timer: how many seconds are left the server says; here they are only counted down.
  const ends = new WeakMap();
  const tick = () => document.querySelectorAll('[data-timer]').forEach((elt) => {
    if (!ends.has(elt)) ends.set(elt, Date.now() + Number(elt.dataset.timer) * 1000);
    const left = Math.max(0, Math.ceil((ends.get(elt) - Date.now()) / 1000));
    const shown = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : elt.dataset.over;
    if (elt.textContent !== shown) elt.textContent = shown;
  });
  document.addEventListener('htmx:after:settle', tick);
  setInterval(tick, 500);
  tick();
})();
