/** The pages of administrators: times in the reader's time zone, and addresses to copy. */
const form = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: 'medium',
  timeStyle: 'short',
});

for (const time of document.querySelectorAll('time')) {
  time.textContent = form.format(new Date(time.dateTime));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => void copy(button));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const { copy: id = '', copied = '' } = button.dataset;
  const text = document.getElementById(id)?.textContent ?? '';
  await navigator.clipboard.writeText(text.trim());
  button.textContent = copied;
}
