/** Sends the launch form of the page onward as soon as the page is there. */
document.querySelector<HTMLFormElement>('form[data-form-post]')?.submit();
