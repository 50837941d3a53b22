// Single keys in the moderators' queue. They press what stands on the page, never while somebody
// types, and can be turned off (WCAG 2.1.4).
(() => {
  'use strict';

  const help = document.getElementById('keys');
  if (!help) return;
  const find = (selector) => document.querySelector(`#queue ${selector}`);
  const press = (selector) => find(selector)?.click();

  const open = (details) => {
    details.open = true;
    (details.querySelector('[type=radio]') || details.querySelector('summary')).focus();
  };

  const go = (by) => {
    const links = [...document.querySelectorAll('#queue [data-case]')];
    links[links.findIndex((link) => link.hasAttribute('aria-current')) + by]?.click();
  };

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    o: () => find('[data-fold]') && open(find('[data-fold]')),
    // What is folded is opened first: nothing is published unread.
    p: () => (find('[data-fold]:not([open])') ? keys.o() : press('[data-publish]')),
    r: () => find('[data-return]') && open(find('[data-return]')),
    x: () => find('[data-case][aria-current]')?.parentElement.querySelector('input')?.click(),
    u: () => press('[data-undo]'),
    '?': () => open(help),
  };

  const on = document.getElementById('keys-on');
  try {
    on.checked = localStorage.getItem('keys') !== 'off';
    on.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'));
  } catch { /* kept for this page only */ }
  help.hidden = false;

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keys[key]) return;
    if (target.closest('textarea, select, input:not([type=checkbox]):not([type=radio])') || find('.htmx-request')) return;
    event.preventDefault();
    keys[key]();
  });

  document.addEventListener('change', ({ target }) => {
    if (target.name !== 'pick_case') return;
    const count = document.querySelectorAll('[name=pick_case]:checked').length;
    document.querySelectorAll('[data-count]').forEach((elt) => { elt.textContent = count ? `(${count})` : ''; });
  });
})();
