/** The page on which an administrator signs in: takes the code from the address. */
const field = document.querySelector<HTMLInputElement>('#code');

takeCode();
// Somebody pastes the address while this page is open.
addEventListener('hashchange', takeCode);

function takeCode(): void {
  const code = location.hash.slice(1);
  if (code === '' || !field) return;
  // The code must not stay in the history, used or not.
  history.replaceState(null, '', location.pathname + location.search);
  field.value = code;
  document.querySelector('button')?.focus();
}
