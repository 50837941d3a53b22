// Dragging cards between clusters. It ticks, chooses and presses what stands in the plain form,
// so that whatever is dragged could as well be typed.
(() => {
  'use strict';

  const form = () => document.getElementById('sorting');
  let dragged = null;

  const over = (event) => {
    const heap = event.target instanceof Element && event.target.closest('[data-heap]');
    return dragged && heap ? heap : null;
  };

  const unmark = () => document.querySelectorAll('.heap.is-over').forEach((heap) => heap.classList.remove('is-over'));

  // A card can be dragged once somebody points at it: nothing is set up beforehand.
  document.addEventListener('pointerover', (event) => {
    const card = event.target instanceof Element && event.target.closest('[data-card]');
    if (card && card.querySelector('input')) card.draggable = true;
  });

  document.addEventListener('dragstart', (event) => {
    dragged = event.target instanceof Element ? event.target.closest('[data-card]') : null;
    if (dragged) event.dataTransfer.setData('text/plain', dragged.textContent.trim());
  });

  document.addEventListener('dragover', (event) => {
    const heap = over(event);
    if (!heap) return;
    event.preventDefault();
    if (heap.classList.contains('is-over')) return;
    unmark();
    heap.classList.add('is-over');
  });

  document.addEventListener('dragend', () => {
    unmark();
    dragged = null;
  });

  // One that is ticked takes the other ticked ones along.
  document.addEventListener('drop', (event) => {
    const heap = over(event);
    if (!heap || !form()) return;
    event.preventDefault();
    const box = dragged.querySelector('input');
    if (!box.checked) form().querySelectorAll('[data-card] input').forEach((other) => (other.checked = other === box));
    form().elements.pick_cluster.value = heap.dataset.heap;
    document.getElementById('move').click();
    unmark();
    dragged = null;
  });
})();
