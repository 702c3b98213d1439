/* keep: a screen is replaced whole; this carries over what the person did to it.
 *
 * In: the element whose content is about to be replaced. Out: a function that
 * puts open folds, typed text and the focus back, found by their ids. Of answered
 * questions only the last stands open. */

export function keepState(root) {
  const folds = new Map([...root.querySelectorAll('details[id]')].map((fold) => [fold.id, fold.open]));
  const texts = new Map(
    [...root.querySelectorAll('textarea[id], input[type=text][id]')].map((box) => [box.id, box.value]),
  );
  const focused = root.contains(document.activeElement) ? document.activeElement.id : '';

  return () => {
    for (const fold of root.querySelectorAll('details[id]:not(.answered)')) {
      if (folds.has(fold.id)) fold.open = folds.get(fold.id);
    }
    for (const box of root.querySelectorAll('textarea[id], input[type=text][id]')) {
      if (texts.has(box.id)) box.value = texts.get(box.id);
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };
}
